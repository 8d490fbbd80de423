//! What keys cost, and what is refused when they are read.

use crate::place::{PASSWORD, Place, STEPS, change_keys, checked};
use vault::{Cost, Error, Folder, KeyFile, NewVault, Vault, calibrate, replace_file};

#[test]
fn calibration_ends_between_300_and_1200_ms_or_at_the_floor() {
    let cost = |passes| Cost {
        passes,
        ..Cost::FLOOR
    };
    assert_eq!(
        cost(3).next(0),
        None,
        "a clock that stands measures nothing"
    );
    assert_eq!(cost(3).next(299), Some(cost(4)));
    assert_eq!(cost(3).next(300), None);
    assert_eq!(cost(3).next(5_000), None, "slower machines keep the floor");
    assert_eq!(
        cost(20).next(100),
        None,
        "no higher than what is accepted when reading"
    );
    assert_eq!(cost(4).next(299).unwrap().memory_kib, 65_536);
    // A computer that takes 250 ms for three passes, and 334 for four.
    let shown = std::cell::RefCell::new([0, 250, 1_000, 1_334].into_iter());
    let clock = || shown.borrow_mut().next().unwrap();
    assert_eq!(calibrate(&clock).unwrap().passes, 4);
    assert_eq!(calibrate(&|| 7).unwrap(), Cost::FLOOR);
}

#[test]
fn costs_outside_the_bounds_are_refused_at_each_edge() {
    let cost = |memory_kib, passes, lanes| Cost {
        memory_kib,
        passes,
        lanes,
    };
    for good in [cost(65_536, 3, 1), cost(1_048_576, 20, 8)] {
        assert!(good.checked().is_ok(), "{good:?}");
    }
    for bad in [
        cost(65_535, 3, 1),
        cost(65_536, 2, 1),
        cost(65_536, 3, 0),
        cost(1_048_577, 3, 1),
        cost(65_536, 21, 1),
        cost(65_536, 3, 9),
    ] {
        assert!(matches!(bad.checked(), Err(Error::Bounds)), "{bad:?}");
    }
}

#[test]
fn the_newest_readable_key_file_counts_and_a_newer_format_is_refused() {
    let place = Place::new("newest");
    let (vault, _) = place.create();
    change_keys(&vault, |w| vault.set_label(w, "第二个名字")).unwrap();
    change_keys(&vault, |w| vault.set_confirmed(w)).unwrap();
    assert!(vault.confirmed() && !vault.training());
    drop(vault);
    let path = place.path.join("keys.json");
    let file = KeyFile::read(&place.path).unwrap();
    assert_eq!(
        (file.label.as_str(), file.seq, file.confirmed),
        ("第二个名字", 3, true)
    );
    // The copy is alike.
    std::fs::write(&path, b"{ half").unwrap();
    assert_eq!(KeyFile::read(&place.path).unwrap().seq, 3);
    // A write on top of a damaged file keeps the good copy until it is replaced.
    let vault = place.open();
    change_keys(&vault, |w| vault.set_label(w, "第三个名字")).unwrap();
    drop(vault);
    std::fs::write(&path, b"{ half").unwrap();
    assert!(place.unlock("1001", PASSWORD).is_ok());
    let text = std::fs::read_to_string(place.path.join("keys.prev.json")).unwrap();
    let newer = text.replacen("\"format\": 1", "\"format\": 2", 1);
    assert_ne!(text, newer);
    replace_file(&path, checked(&newer).as_bytes()).unwrap();
    assert!(
        matches!(KeyFile::read(&place.path), Err(Error::Newer)),
        "an older copy must not stand in for what a later program wrote"
    );
    std::fs::remove_file(place.path.join("keys.prev.json")).unwrap();
    assert!(matches!(KeyFile::read(&place.path), Err(Error::Newer)));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(KeyFile::read(&place.path), Err(Error::KeysGone)));
    assert!(!KeyFile::exists(&place.path));
}

#[test]
fn half_a_slot_or_a_wrong_digit_is_damage_and_no_panic() {
    let place = Place::new("digits");
    drop(place.create());
    let path = place.path.join("keys.json");
    std::fs::remove_file(place.path.join("keys.prev.json")).unwrap();
    let good = std::fs::read_to_string(&path).unwrap();
    let salt = good.split("\"salt\": \"").nth(1).unwrap()[..32].to_owned();
    for bad in [&salt[..31], &salt[..30], "zz", "", "é"] {
        std::fs::write(&path, checked(&good.replacen(&salt, bad, 1))).unwrap();
        assert!(place.unlock("1001", PASSWORD).is_err(), "{bad}");
    }
}

#[test]
fn renewed_codes_open_and_the_old_ones_do_not() {
    let place = Place::new("renewed");
    let (vault, old) = place.create();
    change_keys(&vault, |w| vault.set_confirmed(w)).unwrap();
    let new = change_keys(&vault, |w| vault.renew_codes(w, &place.dice)).unwrap();
    assert!(!vault.confirmed(), "the new ones were not typed back yet");
    drop(vault);
    for (code, opens) in [
        (&old[0], false),
        (&old[1], false),
        (&new[0], true),
        (&new[1], true),
    ] {
        let opened = vault::Vault::unseal_with_code(&place.folder, code);
        assert_eq!(opened.is_ok(), opens);
    }
}

#[test]
fn a_planted_copy_with_a_high_number_and_an_edited_file_keep_nobody_out() {
    let place = Place::new("planted");
    let (vault, _) = place.create();
    change_keys(&vault, |w| vault.set_label(w, "现在的")).unwrap();
    drop(vault);
    let path = |name: &str| place.path.join(name);
    let current = std::fs::read_to_string(path("keys.json")).unwrap();
    let planted = |seq: u64| {
        let text = current.replacen("\"seq\": 2", &format!("\"seq\": {seq}"), 1);
        checked(&text.replacen("现在的", "别人的", 1))
    };
    for (name, word) in [("keys.prev.json", "copy"), ("keys.json", "current")] {
        for seq in [1, 2, 9_999] {
            std::fs::write(path(name), planted(seq)).unwrap();
            let vault = place.open();
            assert_eq!(vault.alarm(), None);
            let told = "SELECT detail AS value FROM journal WHERE action = 'keys.repair' ORDER BY seq DESC LIMIT 1";
            let told: Option<String> = vault.read::<_, Error>(|tx| tx.value(told, &[])).unwrap();
            assert_eq!(told.as_deref(), Some(word), "{name} {seq}");
            drop(vault);
            for name in ["keys.json", "keys.prev.json"] {
                assert_eq!(
                    std::fs::read_to_string(path(name)).unwrap(),
                    current,
                    "{name}"
                );
            }
        }
    }
    assert_eq!(KeyFile::read(&place.path).unwrap().label, "现在的");
}

#[test]
fn a_folder_with_either_key_file_is_set_up_already() {
    let place = Place::new("twice");
    drop(place.create());
    let path = |name: &str| place.path.join(name);
    let again = || {
        let new = NewVault {
            label: "",
            training: false,
            account: "1001",
            password: PASSWORD,
            cost: Cost::FLOOR,
        };
        Vault::create(&place.folder, &new, STEPS, 1, &place.dice).map(drop)
    };
    assert!(matches!(again(), Err(Error::Exists)));
    std::fs::rename(path("keys.json"), path("keys.prev.json")).unwrap();
    assert!(matches!(again(), Err(Error::Exists)));
    assert!(!Folder::lacks_keys(&place.path));
    std::fs::remove_file(path("keys.prev.json")).unwrap();
    assert!(Folder::lacks_keys(&place.path));
    std::fs::remove_file(path("desk.db")).unwrap();
    assert!(!Folder::lacks_keys(&place.path));
    assert!(again().is_ok());
}

#[test]
fn a_key_file_that_cannot_be_read_is_not_called_absent() {
    let place = Place::new("unreadable");
    std::fs::create_dir(place.path.join("keys.json")).unwrap();
    assert!(matches!(KeyFile::read(&place.path), Err(Error::File(_))));
}

#[test]
fn a_key_file_that_cannot_be_read_now_is_not_written_over() {
    let place = Place::new("held");
    let (vault, _) = place.create();
    change_keys(&vault, |w| vault.set_confirmed(w)).unwrap();
    drop(vault);
    // As when a virus scanner holds it: it may be whole, and newer than the copy.
    let path = place.path.join("keys.json");
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    let vault = place.open();
    let repairs = "SELECT count(*) AS value FROM journal WHERE action = 'keys.repair'";
    let noted: Option<i64> = vault.read::<_, Error>(|tx| tx.value(repairs, &[])).unwrap();
    assert_eq!(noted, Some(0));
    assert!(path.is_dir());
}

#[test]
fn new_slots_cost_what_was_calibrated_within_the_bounds() {
    let place = Place::new("passes");
    drop(place.create());
    let path = place.path.join("keys.json");
    let good = std::fs::read_to_string(&path).unwrap();
    for (stored, taken) in [(5, 5), (1, 3), (99, 20)] {
        let file = KeyFile::parse(
            checked(&good.replacen("\"passes\": 3", &format!("\"passes\": {stored}"), 1))
                .as_bytes(),
        )
        .unwrap();
        assert_eq!(
            file.cost(),
            Cost {
                passes: taken,
                ..Cost::FLOOR
            }
        );
    }
}
