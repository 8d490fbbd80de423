//! A counter of milliseconds that nobody can set and that runs on while the computer sleeps.

/// Linux counts sleep on one of its clocks; macOS does on the monotonic one.
#[cfg(unix)]
pub fn ticks() -> i64 {
    use rustix::time::{ClockId, clock_gettime};
    #[cfg(target_os = "linux")]
    const COUNTER: ClockId = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    const COUNTER: ClockId = ClockId::Monotonic;
    let time = clock_gettime(COUNTER);
    time.tv_sec
        .saturating_mul(1000)
        .saturating_add(time.tv_nsec / 1_000_000)
}

/// The performance counter of Windows goes on in sleep.
#[cfg(not(unix))]
pub fn ticks() -> i64 {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    let passed = START.get_or_init(Instant::now).elapsed();
    i64::try_from(passed.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::ticks;
    use std::time::Duration;

    #[test]
    fn the_counter_goes_forward() {
        let before = ticks();
        std::thread::sleep(Duration::from_millis(30));
        assert!(ticks() - before >= 29);
    }
}
