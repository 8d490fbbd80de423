//! Made-up visitors and days for a training folder: the same for the same seed, day
//! and content. Every step goes through the desk's own rules; nothing is written past
//! them. One transaction a day.

mod after;
mod booking;
mod calendar;
mod dice;
mod matters;
mod names;
mod people;
mod roster;
mod visit;
mod world;

use crate::keeper::{Dice as Entropy, Keeper, Open};
use crate::problem::Fault;
use calendar::Calendar;
use desk::advice::catalogue;
use desk::booking::schedules;
use desk::ground::roles::Right;
use desk::house::institution;
use desk::house::institution::acts;
use desk::reception::categories;
use desk::reception::encounters::Channel;
use desk::{Act, Desk, Moment, Writing};
use matters::MATTERS;
use roster::Roster;
pub use world::Counts;
use world::{Arrival, Event, World};

/// What is to be made up.
#[derive(Debug, Clone, Copy)]
pub struct Demo<'a> {
    /// How many visitors.
    pub visitors: u32,
    /// How many days up to today.
    pub days: u16,
    /// The seed.
    pub seed: u64,
    /// The password of the colleagues it adds; `None`: they cannot sign in yet.
    pub staff_password: Option<&'a str>,
}

/// Most visitors of one run, and most days.
const MOST: (u32, u16) = (100_000, 730);
/// How people reach the desk, in a thousand.
const CHANNELS: [(Channel, usize); 6] = [
    (Channel::WalkIn, 620),
    (Channel::Phone, 275),
    (Channel::Website, 50),
    (Channel::Email, 28),
    (Channel::Voicemail, 19),
    (Channel::Letter, 8),
];

/// Whether the open folder may be filled: a training folder in which nobody ever was.
pub(crate) fn allowed(keeper: &Keeper, demo: &Demo<'_>) -> Result<(Open, Act), Fault> {
    let open = keeper.state().open().ok_or_else(|| Fault::gate("locked"))?;
    let act = open.act(Moment(keeper.machine.now()));
    if !open.staff.role.may(Right::Administer) {
        let right = serde_json::json!(Right::Administer.code());
        return Err(Fault::Gate("no_right", vec![("right", right)], None));
    }
    if !open.desk.vault().training() {
        return Err(Fault::gate("training_only"));
    }
    within(demo.visitors, MOST.0, "visitors")?;
    within(demo.days.into(), MOST.1.into(), "days")?;
    // Ids are never used again, so the first record tells whether anybody was ever here.
    match open
        .desk
        .read(&act, |r| desk::people::visitors::of(r, desk::VisitorId(1)))
    {
        Ok(_) => Err(Fault::gate("not_empty")),
        Err(desk::Error::Refused(_)) => Ok((open, act)),
        Err(error) => Err(error.into()),
    }
}

/// Fills the open training folder, up to this moment.
pub(crate) fn make_up(keeper: &Keeper, demo: &Demo<'_>) -> Result<Counts, Fault> {
    let (open, act) = allowed(keeper, demo)?;
    let entropy = Entropy(keeper.machine.as_ref());
    let mut world = open
        .desk
        .write(&act, |w| begin(w, &open.desk, demo, &entropy))?;
    plan(&mut world, demo);
    for day in world.calendar.days() {
        let end = day.plus_days(1).start().min(world.calendar.now());
        let at = Act {
            at: day.start(),
            ..act
        };
        open.desk.write(&at, |w| {
            let institution = (acts::INSTITUTION, 1);
            w.note(acts::DEMO_DAY, institution, &day.to_string())?;
            world.run(w, end)
        })?;
    }
    open.desk.vault().checkpoint()?;
    Ok(world.done)
}

fn within(value: u32, most: u32, field: &str) -> Result<(), Fault> {
    if (1..=most).contains(&value) {
        return Ok(());
    }
    Err(desk::Reason::OutOfRange {
        min: 1,
        max: most.into(),
    }
    .at(field)
    .into())
}

fn begin(
    w: &Writing<'_>,
    desk: &Desk,
    demo: &Demo<'_>,
    entropy: &Entropy<'_>,
) -> desk::Result<World> {
    let r = w.reading();
    let house = institution::Calendar::read(&r)?;
    let calendar = Calendar::new(house, demo.days, w.at);
    // People worked here before the first day; their accounts are as old as the folder.
    let roster = Roster::hire(w, desk, demo.staff_password, entropy)?;
    let mut world = World::new(demo.seed, calendar, roster);
    world.people = people::people(&mut world.dice, demo.visitors, w.today());
    world.catalogue = catalogue::whole(&r)?;
    world.schedules = schedules::list(&r)?;
    world.categories = categories::list(&r)?
        .into_iter()
        .map(|c| (c.code.clone(), c))
        .collect();
    w.note(
        acts::BEGIN_DEMO,
        (acts::INSTITUTION, 1),
        &format!(
            "seed {} visitors {} days {}",
            demo.seed, demo.visitors, demo.days
        ),
    )?;
    Ok(world)
}

/// Who comes when and what for. Everybody comes once; some come again, and some
/// give no name.
fn plan(world: &mut World, demo: &Demo<'_>) {
    let mut next = 0;
    for (day, first_time) in world.calendar.spread(demo.visitors) {
        let (from, to, _) = world.calendar.span(day);
        world.later(from, Event::Open);
        if day != world.calendar.today() {
            world.later(to.plus_minutes(100), Event::Shut);
        }
        let known = next;
        for _ in 0..first_time {
            let who = Some(next);
            next += 1;
            come(world, day, who);
        }
        for _ in 0..first_time * 14 / 100 {
            if known > 0 {
                let who = Some(world.dice.below(known));
                come(world, day, who);
            }
        }
        for _ in 0..first_time * 9 / 100 + 1 {
            come(world, day, None);
        }
    }
}

fn come(world: &mut World, day: desk::Day, who: Option<usize>) {
    let at = world.calendar.arrival(&mut world.dice, day);
    let channel = world
        .dice
        .weighted(&CHANNELS, |c| c.1)
        .map_or(Channel::WalkIn, |c| c.0);
    // Without a name only what the institution lets be anonymous.
    let categories = &world.categories;
    let open = |m: &matters::Matter| {
        categories
            .get(m.category)
            .is_some_and(|c| who.is_some() || c.says.anonymous)
    };
    let weight = |m: &matters::Matter| if open(m) { m.weight } else { 0 };
    let Some(matter) = world.dice.weighted(MATTERS, weight) else {
        // No category of ours: a desk without starter content has its own.
        return;
    };
    world.later(
        at,
        Event::Arrive(Arrival {
            who,
            matter,
            channel,
        }),
    );
}
