//! A visit: arriving, waiting, talking.

use super::matters::Then;
use super::world::{Arrival, Event, Talk, World, acting};
use desk::ground::language::Language;
use desk::people::visitors::consent::GUARDED_UNDER;
use desk::people::visitors::{self, Basis, Given, Grounds, Guardian, Manner};
use desk::quality::closing::{self, Closing};
use desk::quality::feedback::Kind;
use desk::reception::categories::Complexity;
use desk::reception::encounters::{self, Channel, Matter, NewConsultation, Outcome};
use desk::reception::presence;
use desk::reception::tickets::{self, NewTicket};
use desk::reception::triage;
use desk::{Actor, EncounterId, Error, Moment, PointId, Result, TicketId, VisitorId, Writing};

impl World {
    pub(super) fn sit_down(&mut self, w: &Writing<'_>, at: Moment) -> Result<()> {
        self.idle.clear();
        let seats: Vec<(PointId, Actor)> = self.roster.seats().collect();
        for (point, who) in seats {
            presence::open(&acting(w, who, at), point)?;
            self.idle.entry(point).or_default().push(who);
        }
        Ok(())
    }

    pub(super) fn go_home(&mut self, w: &Writing<'_>, at: Moment) -> Result<()> {
        let seats: Vec<(PointId, Actor)> = self.roster.seats().collect();
        for (_, who) in seats {
            // Whoever still talks to somebody stays.
            self.unless_refused(presence::close(&acting(w, who, at)))?;
        }
        Ok(())
    }

    pub(super) fn arrive(&mut self, w: &Writing<'_>, at: Moment, arrival: Arrival) -> Result<()> {
        let by = self.roster.front(&mut self.dice);
        let w = acting(w, by, at);
        let who = arrival
            .who
            .map(|index| self.record(&w, index))
            .transpose()?;
        let encounter = encounters::start(&w, arrival.channel, who)?;
        self.done.encounters += 1;
        let Some(category) = self.categories.get(arrival.matter.category) else {
            return Ok(());
        };
        let waits = arrival.channel == Channel::WalkIn
            && (category.says.complexity != Complexity::OnTheSpot || self.dice.happens(50));
        let told = self.dice.word(arrival.matter.told);
        let said = Matter {
            matter: told.to_owned(),
            on_behalf: if self.dice.happens(60) {
                "母亲".to_owned()
            } else {
                String::new()
            },
            category: Some(category.id),
            urgency: category.says.urgency,
            complexity: category.says.complexity,
            handoff: if waits {
                format!("{told}；已登记，{}", arrival.matter.analysis)
            } else {
                String::new()
            },
        };
        triage::describe(&w, encounter.id, &said)?;
        if who.is_some() && self.dice.happens(850) {
            encounters::read_back(&w, encounter.id)?;
        }
        let talk = Talk {
            encounter: encounter.id,
            arrival,
            by,
            ticket: None,
        };
        if waits {
            return self.take_number(&w, talk);
        }
        let (least, most) = arrival.matter.minutes;
        let minutes = self.dice.within(least, most);
        self.later(at.plus_minutes(minutes), Event::Talked(talk));
        Ok(())
    }

    /// The person's record, made when they come for the first time.
    fn record(&mut self, w: &Writing<'_>, index: usize) -> Result<VisitorId> {
        let Some(person) = self.people.get_mut(index) else {
            return Err(desk::Reason::NotFound {}.refuse().into());
        };
        if let Some(id) = person.record {
            return Ok(id);
        }
        // A child's phone is that of whoever brings it.
        let ages = person
            .draft
            .born_on
            .and_then(|born| born.ages_on(w.today()));
        let child = ages.is_some_and(|ages| ages.least < GUARDED_UNDER);
        let manner = match person.consent {
            _ if child => Manner::Guardian,
            Manner::Guardian => Manner::Spoken,
            own => own,
        };
        let guardian = child.then(|| Guardian {
            relation: "母亲".to_owned(),
            phone: person.draft.phone.clone(),
        });
        let consent = Given { manner, guardian };
        let grounds = Grounds {
            basis: Basis::Consent,
            reason: "",
            health: person.health_consent.then(|| consent.clone()),
            consent: Some(consent),
        };
        // Groups go by the age of the last day; who comes before a birthday is marked already.
        let sure = ["groups".to_owned()];
        let id = visitors::register(w, &person.draft, &grounds, &sure)?.id;
        person.record = Some(id);
        self.done.visitors += 1;
        Ok(id)
    }

    fn take_number(&mut self, w: &Writing<'_>, talk: Talk) -> Result<()> {
        let language = talk
            .arrival
            .who
            .and_then(|index| self.people.get(index))
            .map_or(Language::Mandarin, |p| p.language);
        let new = NewTicket {
            encounter: talk.encounter,
            point: None,
            language,
        };
        let issued = match tickets::issue(w, &new) {
            Ok(issued) => issued,
            Err(Error::Refused(_)) => {
                // No point can do it: the front desk does.
                self.later(w.at.plus_minutes(6), Event::Talked(talk));
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        self.done.tickets += 1;
        self.talks.insert(issued.ticket.id, talk);
        let point = issued.route.point;
        if let Some(free) = self.idle.get_mut(&point).and_then(Vec::pop) {
            self.later(w.at.plus_minutes(1), Event::Call(point, free));
        }
        Ok(())
    }

    pub(super) fn call(&mut self, w: &Writing<'_>, point: PointId) -> Result<()> {
        match tickets::call_next(w) {
            Ok(ticket) => {
                let minutes = self.dice.within(1, 2);
                self.later(
                    w.at.plus_minutes(minutes),
                    Event::Sit(ticket.id, point, w.by),
                );
                Ok(())
            }
            Err(Error::Refused(_)) => {
                self.idle.entry(point).or_default().push(w.by);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    pub(super) fn sit(&mut self, w: &Writing<'_>, ticket: TicketId, point: PointId) -> Result<()> {
        let Some(talk) = self.talks.get(&ticket).copied() else {
            return Ok(());
        };
        if self.dice.happens(28) {
            tickets::no_show(w, ticket)?;
            self.talks.remove(&ticket);
            self.close(w, talk.encounter, Outcome::Left, "叫号三次无人应答", None)?;
            self.later(w.at.plus_minutes(1), Event::Call(point, w.by));
            return Ok(());
        }
        tickets::start(w, ticket)?;
        let (least, most) = talk.arrival.matter.minutes;
        let minutes = self.dice.within(least, most);
        let talk = Talk {
            by: w.by,
            ticket: Some(ticket),
            ..talk
        };
        self.talks.insert(ticket, talk);
        self.later(w.at.plus_minutes(minutes), Event::Talked(talk));
        Ok(())
    }

    pub(super) fn talked(&mut self, w: &Writing<'_>, at: Moment, talk: Talk) -> Result<()> {
        let w = &acting(w, talk.by, at);
        let matter = talk.arrival.matter;
        if !matter.analysis.is_empty() || self.dice.happens(500) {
            let said = NewConsultation {
                question: self.dice.word(matter.told).to_owned(),
                nature: matter.nature,
                analysis: matter.analysis.to_owned(),
                answer: matter.answer.to_owned(),
            };
            encounters::answer(w, talk.encounter, &said)?;
        }
        let (outcome, note) = self.follow_up(w, &talk)?;
        let unsaid =
            note.is_empty() && encounters::consultations(&w.reading(), talk.encounter)?.is_empty();
        if outcome == Outcome::Answered && unsaid {
            let said = NewConsultation {
                question: matter.told.first().copied().unwrap_or_default().to_owned(),
                nature: matter.nature,
                analysis: matter.analysis.to_owned(),
                answer: matter.answer.to_owned(),
            };
            encounters::answer(w, talk.encounter, &said)?;
        }
        if let Some(ticket) = talk.ticket {
            tickets::finish(w, ticket)?;
            self.talks.remove(&ticket);
            let point = tickets::of(&w.reading(), ticket)?.standing.point;
            self.later(w.at.plus_minutes(1), Event::Call(point, talk.by));
        }
        let rating = self.rating();
        self.close(w, talk.encounter, outcome, note, rating)
    }

    fn follow_up(&mut self, w: &Writing<'_>, talk: &Talk) -> Result<(Outcome, &'static str)> {
        let who = talk
            .arrival
            .who
            .filter(|index| self.people.get(*index).is_some_and(|p| p.record.is_some()));
        Ok(match (talk.arrival.matter.then, who) {
            (Then::Answer, _) | (Then::Promise, None) => (Outcome::Answered, ""),
            (Then::Refer, _) => (Outcome::Referred, "已告知地点、电话和上班时间"),
            (Then::Book, Some(who)) => self.book_something(w, talk.encounter, who)?,
            (Then::Advise, Some(who)) => self.advise(w, talk.encounter, who)?,
            (Then::Book | Then::Advise, None) => (Outcome::Declined, "先了解，回去商量"),
            (Then::Promise, Some(_)) => self.promise(w, talk)?,
            (Then::Feedback(kind), _) => self.take_down(w, talk, kind)?,
        })
    }

    fn take_down(
        &mut self,
        w: &Writing<'_>,
        talk: &Talk,
        kind: Kind,
    ) -> Result<(Outcome, &'static str)> {
        self.receive(w, talk, kind)?;
        Ok((Outcome::Answered, "已受理，按时限答复"))
    }

    fn close(
        &self,
        w: &Writing<'_>,
        id: EncounterId,
        outcome: Outcome,
        note: &str,
        rating: Option<u8>,
    ) -> Result<()> {
        let ending = Closing {
            outcome: Some(outcome),
            note: note.to_owned(),
            rating,
        };
        closing::close(w, id, &ending).map(|_| ())
    }

    /// Two in five are asked and answer; most are content.
    fn rating(&mut self) -> Option<u8> {
        const STARS: [(u8, usize); 5] = [(5, 58), (4, 29), (3, 8), (2, 3), (1, 2)];
        if !self.dice.happens(400) {
            return None;
        }
        self.dice.weighted(&STARS, |s| s.1).map(|s| s.0)
    }
}
