//! SQL of what is kept of people on vouchers: they go with their booking.

use super::super::acts;
use crate::ground::keeping::{Erased, Keeps, Table};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[
        Table::of("vouchers", &[("booking_id", "bookings")])
            .object(acts::VOUCHER)
            .erased(Erased::Set("name = '', phone = ''")),
        Table::of("voucher_lines", &[("voucher_id", "vouchers")]).erased(Erased::Rows),
        Table::of("voucher_prints", &[("voucher_id", "vouchers")]).erased(Erased::Set("job = ''")),
    ],
    goes: &[],
    stays: &[],
};
