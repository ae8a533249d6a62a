/* What differs between languages: dates, collation, names of countries and days, capitals.
 * From ICU; nothing here reads the environment. Everything is opened on first use and kept for the
 * thread's locale, so that a run which needs no collation pays for none. */
#ifndef BASE_LOCALE_H
#define BASE_LOCALE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/str.h"
#include <stdbool.h>

struct locale; /* one language; not shared between threads */

/* `language` is a BCP 47 tag such as "en", "ru", "be", "en-GB". English without a region sets
 * dates day first ("15 November 2019"), as ministries write them; "en-US" does not. Free with locale_free. */
struct locale *locale_new(struct str language);
void locale_free(struct locale *locale);
struct str locale_language(const struct locale *locale);

/* "15 November 2019", "15 ноября 2019 г.", "15 лістапада 2019 г."; a month or year alone likewise. */
struct str locale_date(struct locale *locale, struct arena *arena, struct date date);
/* "18–24 November 2019", "28 November – 4 December 2019". */
struct str locale_date_range(struct locale *locale, struct arena *arena, struct date from,
                             struct date to);
/* day 1 Monday … 7 Sunday; `abbreviated` gives "Mon", "пн". */
struct str locale_weekday(struct locale *locale, struct arena *arena, int day, bool abbreviated);
/* The country's name for an ISO 3166-1 alpha-2 code in capitals; empty when there is no such code. */
struct str locale_country(struct locale *locale, struct arena *arena, struct str iso);
bool locale_country_known(struct str iso);
/* Whether the language is written from right to left, and whether its letters may be moved apart: not
 * where they join or bear marks, as in Arabic, Thai or Devanagari. `language` as for locale_new. */
bool language_right_to_left(struct str language);
bool language_tracks(struct str language);
/* What stands between the parts of an enumeration: ", ", "، " or "，". */
struct str language_comma(struct str language);
/* The language's name in itself or in this locale: "Belarusian", "беларуская". */
struct str locale_language_name(struct locale *locale, struct arena *arena, struct str language);
struct str locale_upper(struct locale *locale, struct arena *arena, struct str s);
/* "1,234" with the language's own grouping (no-break space where it has one). */
struct str locale_number(struct locale *locale, struct arena *arena, int64_t number);

/* A key whose byte order is the language's order (UTS #10 with CLDR tailoring). */
struct str locale_sort_key(struct locale *locale, struct arena *arena, struct str s);
/* The letter under which an index lists `s`: its first letter in capitals without accents that the
 * language does not count as letters of their own; "#" for figures. */
struct str locale_initial(struct locale *locale, struct arena *arena, struct str s);

#endif
