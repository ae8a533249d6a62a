#include "base/locale_handles.h"
#include <string.h>
#include <unicode/udatpg.h>
#include <unicode/uformattedvalue.h>
#include <unicode/ustring.h>

enum { DATE_ROOM = 128 };

static enum precision precision_of(struct date date) {
    return date.day ? PRECISION_DAY : date.month ? PRECISION_MONTH : PRECISION_YEAR;
}

static const UChar *skeleton_of(enum precision precision) {
    static const UChar *const skeletons[PRECISIONS] = {u"y", u"yMMMM", u"yMMMMd"};
    return skeletons[precision];
}

/* Gregorian from the beginning of time (ISO 8601), in UTC. */
static UCalendar *calendar_open(const struct locale *locale, UErrorCode *error) {
    UCalendar *calendar = ucal_open(u"UTC", -1, locale->calendar, UCAL_GREGORIAN, error);
    ucal_setGregorianChange(calendar, -1e17, error);
    return calendar;
}

static UCalendar *calendar_at(const struct locale *locale, UCalendar **calendar, struct date date,
                              UErrorCode *error) {
    if (!*calendar)
        *calendar = calendar_open(locale, error);
    if (U_FAILURE(*error))
        return NULL;
    ucal_clear(*calendar);
    ucal_setDate(*calendar, date.year, date.month ? date.month - 1 : 0, date.day ? date.day : 1,
                 error);
    return *calendar;
}

/* A whole day has a style of its own in every locale; the rest needs a pattern made to measure,
 * whose generator is slow to open. */
static UDateFormat *format_open(const struct locale *locale, enum precision precision,
                                UErrorCode *error) {
    if (precision == PRECISION_DAY)
        return udat_open(UDAT_NONE, UDAT_LONG, locale->calendar, u"UTC", -1, NULL, 0, error);
    UDateTimePatternGenerator *generator = udatpg_open(locale->calendar, error);
    UChar pattern[DATE_ROOM];
    int32_t length =
        udatpg_getBestPattern(generator, skeleton_of(precision), -1, pattern, DATE_ROOM, error);
    udatpg_close(generator);
    return udat_open(UDAT_PATTERN, UDAT_PATTERN, locale->calendar, u"UTC", -1, pattern, length,
                     error);
}

static UDateFormat *format_of(struct locale *locale, enum precision precision, UErrorCode *error) {
    UDateFormat **format = &locale->dates[precision];
    if (!*format)
        *format = format_open(locale, precision, error);
    return *format;
}

static struct str plain_date(struct arena *arena, struct date date) {
    if (date.day)
        return str_print(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
    if (date.month)
        return str_print(arena, "%04d-%02d", date.year, date.month);
    return str_print(arena, "%04d", date.year);
}

static struct str format_date(struct locale *locale, struct arena *arena, struct date date) {
    UErrorCode error = U_ZERO_ERROR;
    UDateFormat *format = format_of(locale, precision_of(date), &error);
    UCalendar *calendar = calendar_at(locale, &locale->from, date, &error);
    UChar text[DATE_ROOM];
    int32_t length = 0;
    if (U_SUCCESS(error))
        length = udat_formatCalendar(format, calendar, text, DATE_ROOM, NULL, &error);
    return U_FAILURE(error) ? plain_date(arena, date) : wide_copy_spaces(arena, text, length);
}

/* Long texts are made anew each time. */
static struct str keep(struct kept *kept, struct str text) {
    kept->length = text.length <= sizeof kept->bytes ? (uint8_t)text.length : 0;
    memcpy(kept->bytes, text.at, kept->length);
    return text;
}

static struct str kept_copy(const struct kept *kept, struct arena *arena) {
    return str_copy(arena, (struct str){kept->bytes, kept->length});
}

struct str locale_date(struct locale *locale, struct arena *arena, struct date date) {
    if (date.year == 0)
        return STR("");
    int hash = date.year + date.month * 7 + date.day * 3;
    struct kept_date *kept = &locale->kept_dates[(unsigned)hash % DATES_KEPT];
    if (kept->text.length && date_compare(kept->date, date) == 0)
        return kept_copy(&kept->text, arena);
    kept->date = date;
    return keep(&kept->text, format_date(locale, arena, date));
}

static struct str range_text(struct arena *arena, const UFormattedDateInterval *range,
                             UErrorCode *error) {
    int32_t length = 0;
    const UChar *text = ufmtval_getString(udtitvfmt_resultAsValue(range, error), &length, error);
    if (U_FAILURE(*error))
        return STR("");
    return wide_copy_spaces(arena, text, length);
}

static struct str range_format(struct locale *locale, struct arena *arena, struct date from,
                               struct date to, UErrorCode *error) {
    enum precision precision = precision_of(from);
    UDateIntervalFormat **format = &locale->ranges[precision];
    if (!*format)
        *format = udtitvfmt_open(locale->calendar, skeleton_of(precision), -1, u"UTC", -1, error);
    if (!locale->range)
        locale->range = udtitvfmt_openResult(error);
    UCalendar *first = calendar_at(locale, &locale->from, from, error);
    UCalendar *last = calendar_at(locale, &locale->to, to, error);
    if (U_FAILURE(*error))
        return STR("");
    udtitvfmt_formatCalendarToResult(*format, first, last, locale->range, error);
    return range_text(arena, locale->range, error);
}

/* Where the day and the month stand in a formatted date; false unless the day comes first, as
 * figures and then the month. */
struct day_first {
    int32_t day_end, month_end;
};

static bool find_fields(UFieldPositionIterator *fields, struct day_first *found) {
    int32_t begin, end, day = -1, month = -1;
    for (int32_t field; (field = ufieldpositer_next(fields, &begin, &end)) >= 0;) {
        if (field == UDAT_DATE_FIELD)
            day = begin, found->day_end = end;
        if (field == UDAT_MONTH_FIELD || field == UDAT_STANDALONE_MONTH_FIELD)
            month = begin, found->month_end = end;
    }
    return day == 0 && month > 0;
}

static bool same_month(struct date a, struct date b) {
    return a.year == b.year && a.month == b.month;
}

/* The beginning of a range: "18", "28 ноября" or all of it, cut from the whole date, so that a
 * range and a single date read alike (the intervals of CLDR drop the "г." of Belarusian). Empty
 * when the language does not write the day first. */
static struct str range_start(struct locale *locale, struct arena *arena, struct date from,
                              struct date to, UErrorCode *error) {
    UFieldPositionIterator *fields = ufieldpositer_open(error);
    UDateFormat *format = format_of(locale, PRECISION_DAY, error);
    UCalendar *calendar = calendar_at(locale, &locale->from, from, error);
    UChar text[DATE_ROOM];
    struct day_first found = {0};
    bool usable = false;
    int32_t length = 0;
    if (U_SUCCESS(*error)) {
        length = udat_formatCalendarForFields(format, calendar, text, DATE_ROOM, fields, error);
        usable = U_SUCCESS(*error) && find_fields(fields, &found);
    }
    ufieldpositer_close(fields);
    if (!usable)
        return STR("");
    int32_t end = from.year != to.year ? length : found.month_end;
    if (same_month(from, to)) {
        end = found.day_end;
        if (end < length && text[end] == '.') /* an ordinal: "18." */
            end++;
    }
    return wide_copy_spaces(arena, text, end);
}

/* "18–24 …" in one month, else "28 … – 4 …"; empty where that is not how it is written. */
static struct str day_range(struct locale *locale, struct arena *arena, struct date from,
                            struct date to) {
    UErrorCode error = U_ZERO_ERROR;
    struct str start = range_start(locale, arena, from, to, &error);
    if (U_FAILURE(error) || start.length == 0)
        return STR("");
    struct str last = locale_date(locale, arena, to);
    return str_print(arena, same_month(from, to) ? "%.*s–%.*s" : "%.*s – %.*s", STR_ARGS(start),
                     STR_ARGS(last));
}

struct str locale_date_range(struct locale *locale, struct arena *arena, struct date from,
                             struct date to) {
    if (to.year == 0 || date_compare(from, to) == 0)
        return locale_date(locale, arena, from);
    if (from.year == 0)
        return locale_date(locale, arena, to);
    if (from.day && to.day) {
        struct str range = day_range(locale, arena, from, to);
        if (range.length)
            return range;
    }
    if (precision_of(from) == precision_of(to)) {
        UErrorCode error = U_ZERO_ERROR;
        struct str range = range_format(locale, arena, from, to, &error);
        if (U_SUCCESS(error))
            return range;
    }
    struct str first = locale_date(locale, arena, from), last = locale_date(locale, arena, to);
    return str_print(arena, "%.*s – %.*s", STR_ARGS(first), STR_ARGS(last));
}

static struct str weekday(struct locale *locale, struct arena *arena, int day, bool abbreviated) {
    UErrorCode error = U_ZERO_ERROR;
    UDateFormat *format = format_of(locale, PRECISION_DAY, &error);
    UDateFormatSymbolType type =
        abbreviated ? UDAT_STANDALONE_SHORT_WEEKDAYS : UDAT_STANDALONE_WEEKDAYS;
    int32_t index = day % 7 + 1; /* ICU counts from Sunday, 1 */
    UChar name[DATE_ROOM];
    int32_t length = 0;
    if (U_SUCCESS(error))
        length = udat_getSymbols(format, type, index, name, DATE_ROOM, &error);
    return U_FAILURE(error) ? STR("") : wide_copy(arena, name, length);
}

struct str locale_weekday(struct locale *locale, struct arena *arena, int day, bool abbreviated) {
    struct kept *kept = &locale->kept_days[day % DAYS][abbreviated];
    return kept->length ? kept_copy(kept, arena)
                        : keep(kept, weekday(locale, arena, day, abbreviated));
}

void locale_dates_close(struct locale *locale) {
    for (int i = 0; i < PRECISIONS; i++) {
        if (locale->dates[i])
            udat_close(locale->dates[i]);
        if (locale->ranges[i])
            udtitvfmt_close(locale->ranges[i]);
    }
    if (locale->range)
        udtitvfmt_closeResult(locale->range);
    if (locale->from)
        ucal_close(locale->from);
    if (locale->to)
        ucal_close(locale->to);
}
