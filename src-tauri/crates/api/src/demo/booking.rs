//! Advice and bookings that come of a conversation, and what becomes of them.

use super::people::Person;
use super::world::{Event, World};
use desk::advice::assessments::{self, Needs};
use desk::advice::catalogue::Whom;
use desk::advice::proposals::{self, Choice};
use desk::booking::bookings::{
    self, Again, Booking, NewBooking, Offer, OfferedDay, Placed, ReadBack, Wish,
};
use desk::booking::vouchers::{self, Paper, Way};
use desk::ground::leaving::{self, Leaving as _};
use desk::reception::encounters::Outcome;
use desk::{
    BookingId, EncounterId, Error, Fen, Minute, PackageId, Result, ServiceId, VisitorId, Writing,
};

const CONCERNS: &[&str] = &[
    "general_health",
    "cardiovascular",
    "hypertension",
    "diabetes",
    "blood_lipids",
    "liver",
    "lung",
    "stomach",
];

impl World {
    /// Books a package or a service that suits, if there is a time.
    pub(super) fn book_something(
        &mut self,
        w: &Writing<'_>,
        encounter: EncounterId,
        who: usize,
    ) -> Result<(Outcome, &'static str)> {
        let (package, services) = if self.dice.happens(550) {
            (self.package_for(who), Vec::new())
        } else {
            (None, self.service_for(who).into_iter().collect())
        };
        self.book(w, encounter, who, package, services)
    }

    /// Assesses the needs, proposes, and books what is chosen.
    pub(super) fn advise(
        &mut self,
        w: &Writing<'_>,
        encounter: EncounterId,
        who: usize,
    ) -> Result<(Outcome, &'static str)> {
        let Some(mut needs) = self.needs(who) else {
            return Ok((Outcome::Answered, ""));
        };
        // Somebody may have had a birthday since the first day.
        let born = self.people.get(who).and_then(|person| person.draft.born_on);
        let ages = born.and_then(|born| born.ages_on(w.today()));
        needs.person.age = ages.map_or(needs.person.age, |ages| Some(ages.least));
        assessments::save(w, encounter, &needs)?;
        let made = proposals::make(w, encounter)?;
        self.done.assessments += 1;
        let offered = proposals::current(&w.reading(), &made)?;
        let Some(first) = self.dice.pick(&offered).cloned() else {
            return Ok((Outcome::Answered, "暂无合适的方案，已说明原因"));
        };
        if self.dice.happens(620) {
            proposals::choose(w, first.id, Choice::Accepted, "")?;
            let package = first.package.map(|(id, _)| id);
            let services = first.items.iter().map(|item| item.service).collect();
            return self.book(w, encounter, who, package, services);
        }
        if self.dice.happens(700) {
            proposals::choose(w, first.id, Choice::Considering, "")?;
            return Ok((Outcome::Answered, "想回去和家人商量"));
        }
        proposals::choose(w, first.id, Choice::Declined, "超出预算")?;
        Ok((Outcome::Declined, "超出预算，暂不需要"))
    }

    fn needs(&mut self, who: usize) -> Option<Needs> {
        let count = self.dice.within(1, 3);
        let mut concerns: Vec<String> = (0..count)
            .map(|_| self.dice.word(CONCERNS).to_owned())
            .collect();
        concerns.sort();
        concerns.dedup();
        let budget = self
            .dice
            .happens(600)
            .then(|| Fen(self.dice.within(4, 30) * 10_000));
        let minutes = self.dice.happens(300).then_some(240);
        let person = self.people.get(who)?;
        let mut needs = Needs {
            concerns,
            budget,
            minutes,
            goal: "想系统查一次".to_owned(),
            ..Needs::default()
        };
        needs.person.sex = Some(person.sex);
        needs.person.age = Some(person.age);
        needs.person.conditions = person.draft.conditions.iter().cloned().collect();
        needs.person.allergies = person.draft.allergies.iter().cloned().collect();
        Some(needs)
    }

    fn package_for(&mut self, who: usize) -> Option<PackageId> {
        let person = self.people.get(who)?;
        let fits = self
            .catalogue
            .packages
            .values()
            .filter(|p| p.active && suits(&p.sheet.whom, person));
        let fits: Vec<PackageId> = fits
            .filter(|p| {
                let mut services = p
                    .sheet
                    .services
                    .iter()
                    .filter_map(|id| self.catalogue.services.get(id));
                services.all(|s| allowed(&s.sheet.not_conditions, &s.sheet.not_allergies, person))
            })
            .map(|p| p.id)
            .collect();
        self.dice.pick(&fits).copied()
    }

    fn service_for(&mut self, who: usize) -> Option<ServiceId> {
        let person = self.people.get(who)?;
        let fits = self.catalogue.services.values().filter(|s| {
            s.active
                && s.sheet.bookable
                && suits(&s.sheet.whom, person)
                && allowed(&s.sheet.not_conditions, &s.sheet.not_allergies, person)
        });
        let fits: Vec<ServiceId> = fits.map(|s| s.id).collect();
        self.dice.pick(&fits).copied()
    }

    fn book(
        &mut self,
        w: &Writing<'_>,
        encounter: EncounterId,
        who: usize,
        package: Option<PackageId>,
        services: Vec<ServiceId>,
    ) -> Result<(Outcome, &'static str)> {
        let none = (Outcome::Answered, "近期约满，留意号源");
        let Some(visitor) = self.people.get(who).and_then(|p| p.record) else {
            return Ok(none);
        };
        if package.is_none() && services.is_empty() {
            return Ok((Outcome::Answered, "没有适合的项目，已说明原因"));
        }
        let Some(new) = self.wish(w, (visitor, Some(encounter)), package, services, None)? else {
            return Ok(none);
        };
        match bookings::book(w, &new) {
            Ok(booking) => {
                self.done.bookings += 1;
                self.print(w, booking.id)?;
                self.expect(&booking);
                Ok((Outcome::Booked, ""))
            }
            Err(Error::Refused(_)) => Ok(none),
            Err(error) => Err(error),
        }
    }

    /// What is offered over the next days, and one of it.
    fn wish(
        &mut self,
        w: &Writing<'_>,
        (visitor, encounter): (VisitorId, Option<EncounterId>),
        package: Option<PackageId>,
        services: Vec<ServiceId>,
        moving: Option<BookingId>,
    ) -> Result<Option<NewBooking>> {
        if let (None, [service], None) = (package, services.as_slice(), moving) {
            let wanted = self.guess(w, *service);
            return Ok(wanted.map(|wanted| read_back(visitor, encounter, None, vec![wanted])));
        }
        let from = w.today().plus_days(self.dice.within(1, 9));
        let wish = Wish {
            visitor: Some(visitor),
            encounter,
            package,
            services,
            from,
            days: if moving.is_some() { 3 } else { 2 },
            moving,
        };
        let offered = match bookings::offers(&w.reading(), &wish) {
            Ok(offered) => offered,
            Err(Error::Refused(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let free = |day: &OfferedDay| {
            day.offers
                .iter()
                .filter(|o| o.bar.is_none())
                .map(|o| (day.day, o.clone()))
                .collect::<Vec<_>>()
        };
        let free: Vec<(desk::Day, Offer)> = offered
            .days
            .iter()
            .map(free)
            .find(|day| !day.is_empty())
            .unwrap_or_default();
        let Some((day, offer)) = self.dice.pick(&free).cloned() else {
            return Ok(None);
        };
        let placed = offer.stops.iter().flat_map(|stop| {
            stop.services.iter().map(move |service| Placed {
                service: *service,
                place: Some((stop.schedule, day, stop.time.from)),
            })
        });
        let along = offered.untimed.iter().map(|service| Placed {
            service: *service,
            place: None,
        });
        let wanted = placed.chain(along).collect();
        Ok(Some(read_back(visitor, encounter, package, wanted)))
    }

    /// A time by the weekly plan of one who knows it; whether it is free shows when it is booked.
    fn guess(&mut self, w: &Writing<'_>, service: ServiceId) -> Option<Placed> {
        let schedule = self
            .schedules
            .iter()
            .find(|s| s.active && s.services.contains(&service))?;
        let day = w.today().plus_days(self.dice.within(2, 12));
        let windows: Vec<_> = schedule
            .weekly
            .iter()
            .filter(|(weekday, _)| *weekday == day.weekday())
            .collect();
        let (_, window) = self.dice.pick(&windows)?;
        let minutes = self
            .catalogue
            .services
            .get(&service)
            .map_or(0, |s| s.sheet.minutes);
        let slot = u32::from(schedule.slot_minutes.max(1));
        let room = u32::from(window.to.0.saturating_sub(window.from.0))
            .checked_sub(minutes.max(1).div_ceil(slot) * slot)?;
        let step = self.dice.within(0, i64::from(room / slot));
        let start = window.from.0 + u16::try_from(step).ok()? * schedule.slot_minutes.max(1);
        Some(Placed {
            service,
            place: Some((schedule.id, day, Minute(start))),
        })
    }

    fn print(&mut self, w: &Writing<'_>, booking: BookingId) -> Result<()> {
        const PAPERS: [(Paper, usize); 3] = [(Paper::A5, 60), (Paper::Roll80, 30), (Paper::A4, 10)];
        if !self.dice.happens(800) {
            return Ok(());
        }
        let paper = self
            .dice
            .weighted(&PAPERS, |p| p.1)
            .map_or(Paper::A5, |p| p.0);
        let voucher = vouchers::of_booking(&w.reading(), booking)?;
        vouchers::ask_print(w, voucher.id, paper, Way::Printer)?
            .settle(w, leaving::Outcome::Left("demo"))
    }

    /// What will become of a booking.
    fn expect(&mut self, booking: &Booking) {
        let Booking { id, day, .. } = *booking;
        let early = self.dice.within(-8, 12);
        match self.dice.below(100) {
            0..=4 if booking.booked_at.day() < day.plus_days(-1) => {
                let at = day.plus_days(-1).at(Minute(600)).plus_minutes(early);
                self.later(at, Event::Cancel(id));
            }
            5..=8 if booking.booked_at.day() < day.plus_days(-1) => {
                let at = day.plus_days(-1).at(Minute(620)).plus_minutes(early);
                self.later(at, Event::Move(Box::new(booking.clone())));
            }
            9..=16 => self.later(day.at(booking.time.to).plus_minutes(90), Event::Missed(id)),
            _ => self.later(
                day.at(booking.arrive_by).plus_minutes(early),
                Event::CheckIn(id),
            ),
        }
    }

    pub(super) fn check_in(&mut self, w: &Writing<'_>, id: BookingId) -> Result<()> {
        let booking = match bookings::check_in(w, id) {
            Ok(booking) => booking,
            Err(Error::Refused(_)) => return Ok(()),
            Err(error) => return Err(error),
        };
        let over = self.dice.within(0, 25);
        let end = booking
            .day
            .at(booking.time.to)
            .plus_minutes(over)
            .max(w.at.plus_minutes(10));
        self.later(end, Event::Complete(id));
        Ok(())
    }

    pub(super) fn move_booking(&mut self, w: &Writing<'_>, old: &Booking) -> Result<()> {
        let timed = old.items.iter().map(|item| item.service).collect();
        let Some(new) = self.wish(w, (old.visitor, old.encounter), None, timed, Some(old.id))?
        else {
            return Ok(());
        };
        // The old place is given up before the new one is taken: after a refusal the
        // whole change has to go, and with it the day. So it is asked first.
        let booking = bookings::reschedule(w, old.id, &new, "来电改时间")?;
        self.done.bookings += 1;
        self.expect(&booking);
        Ok(())
    }
}

fn read_back(
    visitor: VisitorId,
    encounter: Option<EncounterId>,
    package: Option<PackageId>,
    wanted: Vec<Placed>,
) -> NewBooking {
    NewBooking {
        visitor,
        encounter,
        package,
        wanted,
        read_back: ReadBack::Confirmed,
        needs: None,
        note: None,
        despite: String::new(),
        again: Again::Meant,
        told: None,
    }
}

fn suits(whom: &Whom, person: &Person) -> bool {
    whom.sex.is_none_or(|sex| sex == person.sex)
        && (whom.min_age..=whom.max_age).contains(&person.age)
}

fn allowed(conditions: &[String], allergies: &[String], person: &Person) -> bool {
    let none = |barred: &[String], own: &[String]| own.iter().all(|code| !barred.contains(code));
    none(conditions, &person.draft.conditions) && none(allergies, &person.draft.allergies)
}
