//! What is booked suits who comes, is booked once, whole, at the price that was said, and for
//! a day that is not over.

use proofs::desk::TestDesk;
use proofs::made::{Person, TUESDAY, closing, id, needs, place, start, visit, visitor_named};
use serde_json::{Value, json};

/// Books one service for somebody at a time on Tuesday.
fn wish(desk: &TestDesk, who: i64, code: &str, start: &str) -> Value {
    let (schedule, service) = place(desk, code);
    visit(who, service, schedule, TUESDAY, start)
}

/// A service by its code.
fn service(desk: &TestDesk, code: &str) -> i64 {
    let found = desk.call("catalogue.list", json!({ "text": "" }));
    let rows = found["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["code"] == code);
    id(row.unwrap_or_else(|| panic!("no service {code}")))
}

/// The first time that is offered for a service within two weeks, as a booking.
fn first_time(desk: &TestDesk, who: i64, service: i64) -> (Value, Value) {
    let ask = json!({
        "visitorId": who, "packageId": null, "serviceIds": [service],
        "from": TUESDAY, "days": 14, "movingId": null,
    });
    let free = desk.call("bookings.slots", ask);
    let days = free["days"].as_array().unwrap();
    let (day, offer) = days
        .iter()
        .find_map(|day| {
            let offers = day["offers"].as_array().unwrap();
            let offer = offers.iter().find(|offer| offer["bar"].is_null())?;
            Some((day["day"].clone(), offer.clone()))
        })
        .expect("a time");
    let wanted = visit(
        who,
        service,
        offer["stops"][0]["scheduleId"].as_i64().unwrap(),
        day.as_str().unwrap(),
        offer["start"].as_str().unwrap(),
    );
    (wanted, free)
}

fn pregnant(desk: &TestDesk) -> i64 {
    let who = Person::named("孟晓")
        .with("sex", json!("female"))
        .with("bornOn", json!("1995-04-02"))
        .with("conditions", json!(["pregnant"]))
        .with("allergies", json!(["iodine_contrast"]))
        .health()
        .come(desk);
    id(&who)
}

#[test]
fn a_recorded_pregnancy_is_not_booked_for_a_contrast_ct() {
    let desk = TestDesk::training();
    let who = pregnant(&desk);
    let ct = service(&desk, "abdominal-ct-contrast");
    let (mut wanted, free) = first_time(&desk, who, ct);
    let misfit = &free["misfits"][0];
    assert_eq!(misfit["known"], true);
    let why: Vec<&str> = misfit["why"]
        .as_array()
        .unwrap()
        .iter()
        .map(|why| why["about"].as_str().unwrap())
        .collect();
    assert!(
        why.contains(&"pregnant") && why.contains(&"iodine_contrast"),
        "{why:?}"
    );
    desk.as_staff("1002");
    let facts = desk.refuses("bookings.book", wanted.clone(), "unsuited", Some("items"));
    assert_eq!(facts["service"], "abdominal-ct-contrast");
    // A receptionist's reason is none; a supervisor's is printed for the department.
    wanted["despite"] = json!("胎儿已排除, 专家会诊同意");
    desk.refuses("bookings.book", wanted.clone(), "unsuited", Some("despite"));
    desk.as_staff("1004");
    let booked = desk.call("bookings.book", wanted);
    assert_eq!(booked["despite"], "胎儿已排除, 专家会诊同意");
    let known: Vec<&str> = booked["toBeKnown"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name["zh"].as_str().unwrap())
        .collect();
    assert_eq!(
        known.len(),
        2,
        "pregnancy and allergy go by themselves: {known:?}"
    );
}

#[test]
fn a_boy_of_five_is_not_booked_for_what_is_for_women_and_a_group_counts_like_a_condition() {
    let desk = TestDesk::training();
    let boy = id(&Person::named("田小宝")
        .with("sex", json!("male"))
        .with("bornOn", json!("2021-06-01"))
        .guarded("父亲", "13800001111")
        .come(&desk));
    let smear = service(&desk, "cervical-cytology-tct");
    let (wanted, free) = first_time(&desk, boy, smear);
    assert_eq!(free["misfits"][0]["known"], true);
    desk.refuses("bookings.book", wanted, "unsuited", Some("items"));
    let marked = id(&Person::named("孟萌")
        .with("sex", json!("female"))
        .with("bornOn", json!("1995-04-02"))
        .with("groups", json!(["pregnant"]))
        .come(&desk));
    let ct = service(&desk, "abdominal-ct-contrast");
    let (wanted, _) = first_time(&desk, marked, ct);
    desk.refuses("bookings.book", wanted, "unsuited", Some("items"));
}

#[test]
fn a_limit_between_two_ages_is_asked_and_what_was_said_decides() {
    let desk = TestDesk::training();
    // For men of 45 to 80 years.
    let psa = service(&desk, "psa");
    let man = |born: &str| {
        let man = Person::named("尚文")
            .phone("13800005678")
            .with("sex", "male");
        id(&man.with("bornOn", born).health().come(&desk))
    };
    for (born, expected) in [
        // 79 or 80, 80 or 81, 81 or 82 years old.
        ("1946", None),
        ("1945", Some("unknown_age")),
        ("1944", Some("age")),
        ("1981", Some("unknown_age")),
        ("1982", Some("age")),
    ] {
        let (wanted, free) = first_time(&desk, man(born), psa);
        let misfits = free["misfits"].as_array().unwrap().iter();
        let whys = misfits.flat_map(|misfit| misfit["why"].as_array().unwrap());
        let mut ages = whys.filter_map(|why| why["hindrance"].as_str());
        let age = ages.find(|hindrance| hindrance.ends_with("age"));
        assert_eq!(age, expected, "{born}");
        if expected == Some("age") {
            desk.refuses("bookings.book", wanted, "unsuited", Some("items"));
        } else {
            desk.call("bookings.book", wanted);
        }
    }
    for (said, suits) in [(81, false), (80, true)] {
        let who = man("1945");
        let talk = id(&start(&desk, "walk_in", who));
        let mut told = needs();
        told["sex"] = json!("male");
        told["age"] = json!(said);
        desk.call(
            "assessments.save",
            json!({ "encounterId": talk, "needs": told }),
        );
        let (mut wanted, _) = first_time(&desk, who, psa);
        wanted["encounterId"] = json!(talk);
        if suits {
            desk.call("bookings.book", wanted);
        } else {
            desk.refuses("bookings.book", wanted, "unsuited", Some("items"));
        }
    }
}

#[test]
fn what_was_said_of_oneself_counts_and_what_was_said_of_a_mother_does_not() {
    let desk = TestDesk::training();
    let ct = service(&desk, "abdominal-ct-contrast");
    for (relation, suits) in [("", false), ("母亲", true)] {
        let who = visitor_named(&desk, &format!("柳月{relation}"));
        desk.call(
            "visitors.consent",
            json!({ "id": who, "scope": "health", "manner": "spoken" }),
        );
        let talk = id(&start(&desk, "walk_in", who));
        let mut told = needs();
        told["age"] = json!(40);
        told["relation"] = json!(relation);
        told["conditions"] = json!(["pregnant"]);
        desk.call(
            "assessments.save",
            json!({ "encounterId": talk, "needs": told }),
        );
        let (mut wanted, _) = first_time(&desk, who, ct);
        wanted["encounterId"] = json!(talk);
        if suits {
            desk.call("bookings.book", wanted);
        } else {
            desk.refuses("bookings.book", wanted, "unsuited", Some("items"));
        }
    }
}

#[test]
fn a_service_is_booked_once_and_a_package_whole() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "张桂兰");
    let mut twice = wish(&desk, who, "ecg", "09:00");
    let mut again = twice["items"][0].clone();
    again["start"] = json!("10:00");
    twice["items"].as_array_mut().unwrap().push(again);
    desk.refuses("bookings.book", twice, "booked_twice", Some("items"));
    let found = desk.call("catalogue.list", json!({ "text": "" }));
    let packages = found["rows"].as_array().unwrap();
    let package = packages
        .iter()
        .find(|row| row["kind"] == "package")
        .unwrap();
    let mut part = wish(&desk, who, "ecg", "09:00");
    part["packageId"] = package["id"].clone();
    desk.refuses("bookings.book", part, "package_part_missing", Some("items"));
}

#[test]
fn the_same_within_a_week_is_asked_back_with_its_voucher() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "张桂兰");
    let first = desk.call("bookings.book", wish(&desk, who, "ecg", "09:00"));
    let mut second = wish(&desk, who, "ecg", "10:00");
    second["items"][0]["day"] = json!("2026-11-26");
    let facts = desk.refuses(
        "bookings.book",
        second.clone(),
        "booked_before",
        Some("again"),
    );
    assert_eq!(facts["voucher"], first["line"]["voucherNo"]);
    assert_eq!(facts["day"], TUESDAY);
    second["again"] = json!(true);
    desk.call("bookings.book", second);
    // Another thing, and the same after more than a week, are nothing to ask about.
    let mut later = wish(&desk, who, "ecg", "09:00");
    later["items"][0]["day"] = json!("2026-12-04");
    desk.call("bookings.book", later);
}

#[test]
fn what_is_agreed_is_agreed_with_who_comes_while_it_is_talked_about_at_that_price() {
    let desk = TestDesk::training();
    let (who, other) = (visitor_named(&desk, "张桂兰"), visitor_named(&desk, "李静"));
    let talk = id(&start(&desk, "walk_in", other));
    let mut wanted = wish(&desk, who, "ecg", "09:00");
    wanted["encounterId"] = json!(talk);
    desk.refuses(
        "bookings.book",
        wanted.clone(),
        "other_person",
        Some("encounterId"),
    );
    wanted["visitorId"] = json!(other);
    wanted["price"] = json!(1);
    let facts = desk.refuses(
        "bookings.book",
        wanted.clone(),
        "price_changed",
        Some("price"),
    );
    wanted["price"] = facts["now"].clone();
    let booked = desk.call("bookings.book", wanted.clone());
    assert_eq!(booked["price"], facts["now"]);
    desk.call("encounters.close", closing(&json!(talk), "booked"));
    wanted["items"][0]["start"] = json!("11:00");
    wanted["again"] = json!(true);
    desk.refuses("bookings.book", wanted, "encounter_closed", None);
}

#[test]
fn a_booking_of_a_day_that_is_over_stays_and_none_is_moved_to_its_own_time() {
    let desk = TestDesk::training();
    let who = visitor_named(&desk, "张桂兰");
    let wanted = wish(&desk, who, "ecg", "09:00");
    let booked = desk.call("bookings.book", wanted.clone());
    let number = booked["line"]["id"].clone();
    let to = |start: &str, day: &str| {
        let mut booking = wanted.clone();
        booking["items"][0]["start"] = json!(start);
        booking["items"][0]["day"] = json!(day);
        json!({ "id": number, "reason": "改时间", "booking": booking })
    };
    desk.refuses(
        "bookings.reschedule",
        to("09:00", TUESDAY),
        "same_time",
        Some("items"),
    );
    desk.set_clock("2026-11-25 09:00");
    desk.as_staff("1002");
    for (command, input) in [
        (
            "bookings.cancel",
            json!({ "id": number, "reason": "不来了" }),
        ),
        ("bookings.reschedule", to("09:00", "2026-11-27")),
    ] {
        let facts = desk.refuses(command, input, "booking_past", None);
        assert_eq!(facts["day"], TUESDAY);
    }
    // Who did not come by the end of the day did not come: nobody has to say so.
    let it = json!({ "id": number });
    let seen = desk.call("bookings.read", it.clone());
    assert_eq!(seen["line"]["state"], "no_show");
    desk.refuses("bookings.no_show", it, "wrong_state", None);
}

#[test]
fn what_was_said_at_one_desk_counts_at_the_next_until_it_is_denied() {
    let desk = TestDesk::training();
    let ct = service(&desk, "abdominal-ct-contrast");
    let who = id(&Person::named("柳月").health().come(&desk));
    let talk = id(&start(&desk, "walk_in", who));
    let say = |at: i64, field: &str, relation: &str| {
        let mut told = needs();
        told["age"] = json!(40);
        told["relation"] = json!(relation);
        told[field] = json!(["pregnant"]);
        let said = json!({ "encounterId": at, "needs": told });
        desk.call("assessments.save", said);
    };
    say(talk, "conditions", "");
    // Then of a daughter: what was said of herself stays.
    say(talk, "deniedConditions", "女儿");
    let other = id(&start(&desk, "walk_in", who));
    let (wanted, _) = first_time(&desk, who, ct);
    for encounter in [json!(null), json!(other), json!(talk)] {
        let mut wanted = wanted.clone();
        wanted["encounterId"] = encounter;
        desk.refuses("bookings.book", wanted, "unsuited", Some("items"));
    }
    say(other, "deniedConditions", "");
    desk.call("bookings.book", wanted);
}
