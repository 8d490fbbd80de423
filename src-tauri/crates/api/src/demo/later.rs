//! What goes on after a conversation: bookings, promises, feedback.

use super::people::Person;
use super::world::{Event, Talk, World};
use desk::assessments::{self, Needs};
use desk::bookings::{self, Booking, NewBooking, Offer, OfferedDay, ReadBack, Wanted, Wish};
use desk::catalogue::Whom;
use desk::encounters::{self, NewPromise, Outcome};
use desk::feedback::{self, Adoption, Asked, How, Kind, NewFeedback, Step, Telling};
use desk::proposals::{self, Choice};
use desk::vouchers::{self, Paper, PrintState, Way};
use desk::{
    BookingId, EncounterId, Error, FeedbackId, Fen, Minute, PackageId, Result, ServiceId,
    VisitorId, Writing,
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
        let Some(needs) = self.needs(who) else {
            return Ok((Outcome::Answered, ""));
        };
        assessments::save(w, encounter, &needs)?;
        proposals::make(w, encounter)?;
        self.done.assessments += 1;
        let offered = proposals::current(&w.reading(), encounter)?;
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
        let from = w.today().plus_days(self.dice.within(1, 9));
        let wish = Wish {
            visitor: Some(visitor),
            package,
            services,
            from,
            days: 3,
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
            stop.services.iter().map(move |service| Wanted {
                service: *service,
                place: Some((stop.schedule, day, stop.time.from)),
            })
        });
        let along = offered.untimed.iter().map(|service| Wanted {
            service: *service,
            place: None,
        });
        Ok(Some(NewBooking {
            visitor,
            encounter,
            package,
            wanted: placed.chain(along).collect(),
            read_back: ReadBack::Confirmed,
            needs: String::new(),
            note: String::new(),
        }))
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
        let (print, _) = vouchers::ask_print(w, voucher.id, paper, Way::Printer)?;
        vouchers::settle_print(w, voucher.id, print, PrintState::Done, "demo")
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

    pub(super) fn promise(
        &mut self,
        w: &Writing<'_>,
        talk: &Talk,
    ) -> Result<(Outcome, &'static str)> {
        let days = self.dice.within(0, 2);
        let due_at = self
            .calendar
            .working(&mut self.dice, w.at.plus_minutes(120), days);
        let new = NewPromise {
            what: "核实后电话告知办理结果".to_owned(),
            due_at,
        };
        let made = match encounters::promise(w, talk.encounter, &new) {
            Ok(made) => made,
            Err(Error::Refused(_)) => return Ok((Outcome::Answered, "")),
            Err(error) => return Err(error),
        };
        self.done.promises += 1;
        let minutes = due_at.minutes_since(w.at);
        match self.dice.below(100) {
            // Forgotten, and found a day or more later.
            0..=7 => {
                let days = self.dice.within(1, 3);
                let at = self.calendar.working(&mut self.dice, due_at, days);
                self.later(at, Event::Keep(made.id, talk.by));
            }
            _ => {
                let early = self
                    .dice
                    .within(minutes / 3, minutes.saturating_sub(5).max(minutes / 3));
                self.later(w.at.plus_minutes(early), Event::Keep(made.id, talk.by));
            }
        }
        Ok((Outcome::Promised, ""))
    }

    pub(super) fn receive(&mut self, w: &Writing<'_>, talk: &Talk, kind: Kind) -> Result<()> {
        let told = self.dice.word(talk.arrival.matter.told).to_owned();
        let person = talk.arrival.who.and_then(|index| self.people.get(index));
        let new = NewFeedback {
            kind,
            encounter: Some(talk.encounter),
            visitor: person.and_then(|p| p.record),
            name: String::new(),
            phone: String::new(),
            happened_on: Some(w.today()),
            about: talk.arrival.matter.analysis.to_owned(),
            what: told,
            points: Vec::new(),
        };
        let id = feedback::receive(w, &new)?;
        self.done.feedback += 1;
        let days = i64::from(self.dice.happens(350));
        let at = self
            .calendar
            .working(&mut self.dice, w.at.plus_minutes(60), days);
        let by = self.roster.handler(&mut self.dice);
        self.later(at, Event::Follow(id, Step::Take, by));
        Ok(())
    }

    pub(super) fn follow(&mut self, w: &Writing<'_>, id: FeedbackId, step: Step) -> Result<()> {
        let whole = feedback::of(&w.reading(), id)?;
        let next = match step {
            Step::Receive => return Ok(()),
            Step::Take => {
                feedback::take(w, id, "")?;
                Some((Step::Handle, 1, 3))
            }
            Step::Handle => {
                let done = vec![
                    "已核实当天情况，并与相关岗位沟通".to_owned();
                    whole.points.len()
                ];
                feedback::handle(w, id, &done, "")?;
                Some((Step::Tell, 0, 2))
            }
            Step::Tell => {
                let telling = self.telling(whole.feedback.kind, &whole.feedback.phone);
                feedback::tell(w, id, &telling)?;
                Some((Step::Rate, 0, 1))
            }
            Step::Rate => {
                let (asked, rating) = if self.dice.happens(700) {
                    (Asked::Rated, u8::try_from(self.dice.within(3, 5)).ok())
                } else {
                    (Asked::NotReached, None)
                };
                feedback::rate(w, id, asked, rating, "")?;
                Some((Step::Close, 0, 1))
            }
            Step::Close => {
                feedback::close(w, id, "")?;
                None
            }
        };
        if let Some((next, least, most)) = next {
            // A few lie too long, so that a list of what is late is never empty.
            let stuck = i64::from(self.dice.happens(60)) * 6;
            let days = self.dice.within(least, most) + stuck;
            let at = self.calendar.working(&mut self.dice, w.at, days);
            self.later(at, Event::Follow(id, next, w.by));
        }
        Ok(())
    }

    fn telling(&mut self, kind: Kind, phone: &str) -> Telling {
        let how = if phone.is_empty() {
            How::Posted
        } else {
            How::Phone
        };
        let mut telling = Telling {
            reply: "表示理解".to_owned(),
            ..Telling::of(how)
        };
        match kind {
            Kind::Praise => {}
            Kind::Suggestion if self.dice.happens(550) => {
                telling.adoption = Some(Adoption::Adopted)
            }
            Kind::Suggestion => {
                telling.adoption = Some(Adoption::NotAdopted);
                "场地和人员暂时不够，明年预算时再议".clone_into(&mut telling.why);
            }
            Kind::Complaint => {
                "给您带来不便，十分抱歉".clone_into(&mut telling.apology);
                "高峰时段增开窗口，并提前告知等候时间".clone_into(&mut telling.measure);
                "当事岗位已整改".clone_into(&mut telling.result);
            }
        }
        telling
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
