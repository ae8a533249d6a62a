/* Calendar dates as the data gives them: a day, a month, or a year. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"
#include <stdbool.h>
#include <stdint.h>

/* month 0: only the year is known; day 0: only year and month. year 0: no date. */
struct date {
    int16_t year;
    int8_t month, day;
};

/* "2019-11-15", "2016-02", "1992" (ISO 8601 calendar dates, proleptic Gregorian); false when it is
 * none or does not exist. */
bool date_parse(struct str s, struct date *out);
int date_compare(struct date a, struct date b); /* unknown parts sort first */

#endif
