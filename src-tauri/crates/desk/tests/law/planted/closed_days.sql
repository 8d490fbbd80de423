INSERT INTO visitors_before (visitor_id, name, phone, until, by) VALUES ({n}, '{mark}', '{mark}', {at}, 1);
INSERT INTO encounters_before (encounter_id, day, visitor_id, matter, category_id, urgency, complexity, until, by)
VALUES ({n}, '{day}', {n}, '{mark}', 1, 'routine', 'on_the_spot', {at}, 1);
INSERT INTO booking_steps (booking_id, state, at, by) VALUES ({n}, 'completed', {at}, 1);
