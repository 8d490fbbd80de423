//! What goes on after a conversation: promises and feedback.

use super::world::{Event, Talk, World};
use desk::quality::feedback::{self, Adoption, Asked, How, Kind, NewFeedback, Step, Telling};
use desk::reception::encounters::{self, NewPromise, Outcome};
use desk::{Error, FeedbackId, Result, Writing};

impl World {
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
                let times = if asked == Asked::NotReached { 3 } else { 1 };
                for _ in 0..times {
                    feedback::rate(w, id, asked, rating, "")?;
                }
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
