INSERT INTO events (id, kind, title_zh, title_en, speaker, day, starts, ends, place_zh, place_en, seats, note, state, reason)
VALUES ({n}, 'lecture', 'T', 'T', '', '{day}', 840, 930, 'P', 'P', 20, '', 'planned', '');
INSERT INTO sign_ups (event_id, visitor_id, state, signed_at, signed_by) VALUES ({n}, {n}, 'came', {at}, 1);
