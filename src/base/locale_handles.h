/* What the parts of a locale share: ICU's objects, opened on first use. */
#ifndef BASE_LOCALE_HANDLES_H
#define BASE_LOCALE_HANDLES_H

#include "base/locale.h"
#include <unicode/ucal.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>

/* A short text that was made before; length 0: none. */
struct kept {
    uint8_t length;
    char bytes[63];
};

/* Dates, by a hash of them, and names of days repeat from mission to mission. */
enum { DATES_KEPT = 64, DAYS = 7 };
struct kept_date {
    struct date date;
    struct kept text;
};

enum precision { PRECISION_YEAR, PRECISION_MONTH, PRECISION_DAY, PRECISIONS };

struct locale {
    struct str language;
    char name[ULOC_FULLNAME_CAPACITY];     /* ICU's name of it */
    char calendar[ULOC_FULLNAME_CAPACITY]; /* with the conventions for dates */
    UCalendar *from, *to;                  /* Gregorian, UTC */
    UDateFormat *dates[PRECISIONS];
    UDateIntervalFormat *ranges[PRECISIONS];
    UFormattedDateInterval *range;
    UCollator *collator;
    UNumberFormat *numbers;
    struct kept_date kept_dates[DATES_KEPT];
    struct kept kept_days[DAYS][2]; /* whole and abbreviated */
};

/* Text in UTF-16 for a call into ICU; short ones stay on the stack. */
struct wide {
    UChar *at;
    int32_t length, capacity;
    UChar room[128];
};
void wide_from(struct wide *wide, struct str s); /* ill-formed bytes become U+FFFD */
void wide_free(struct wide *wide);
struct str wide_copy(struct arena *arena, const UChar *at, int32_t length);
/* The same with thin spaces as spaces and narrow no-break spaces as no-break spaces: ICU sets them
 * in dates and numbers, but not all fonts have them, and their width is for layout to decide. */
struct str wide_copy_spaces(struct arena *arena, const UChar *at, int32_t length);

void locale_dates_close(struct locale *locale);

#endif
