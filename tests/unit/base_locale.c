#include "base/locale.h"
#include "unit/check.h"

static struct date date(int year, int month, int day) {
    return (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
}

struct expected {
    const char *language;
    const char *day, *month, *year;
    const char *in_month, *in_year, *across; /* ranges */
    const char *weekday, *country, *language_name, *number;
};

static const struct expected expected[] = {
    {"en", "15 November 2019", "November 2019", "2019", "18–24 November 2019",
     "28 November – 4 December 2019", "28 December 2019 – 4 January 2020", "Mon", "Belarus",
     "Belarusian", "12,345"},
    {"ru", "15 ноября 2019\u00A0г.", "ноябрь 2019\u00A0г.", "2019", "18–24 ноября 2019\u00A0г.",
     "28 ноября – 4 декабря 2019\u00A0г.", "28 декабря 2019\u00A0г. – 4 января 2020\u00A0г.", "пн",
     "Беларусь", "белорусский", "12\u00A0345"},
    {"be", "15 лістапада 2019\u00A0г.", "лістапад 2019", "2019", "18–24 лістапада 2019\u00A0г.",
     "28 лістапада – 4 снежня 2019\u00A0г.", "28 снежня 2019\u00A0г. – 4 студзеня 2020\u00A0г.",
     "пн", "Беларусь", "беларуская", "12\u00A0345"},
};

static void test_language(struct arena *arena, const struct expected *want) {
    struct locale *locale = locale_new(str_from(want->language));
    CHECK_STR(locale_date(locale, arena, date(2019, 11, 15)), want->day);
    CHECK_STR(locale_date(locale, arena, date(2019, 11, 0)), want->month);
    CHECK_STR(locale_date(locale, arena, date(2019, 0, 0)), want->year);
    CHECK_STR(locale_date_range(locale, arena, date(2019, 11, 18), date(2019, 11, 24)),
              want->in_month);
    CHECK_STR(locale_date_range(locale, arena, date(2019, 11, 28), date(2019, 12, 4)),
              want->in_year);
    CHECK_STR(locale_date_range(locale, arena, date(2019, 12, 28), date(2020, 1, 4)), want->across);
    CHECK_STR(locale_date_range(locale, arena, date(2019, 11, 15), date(2019, 11, 15)), want->day);
    CHECK_STR(locale_weekday(locale, arena, 1, true), want->weekday);
    CHECK_STR(locale_country(locale, arena, STR("BY")), want->country);
    CHECK_STR(locale_language_name(locale, arena, STR("be")), want->language_name);
    CHECK_STR(locale_number(locale, arena, 12345), want->number);
    locale_free(locale);
}

static bool before(struct locale *locale, struct arena *arena, const char *a, const char *b) {
    return str_compare(locale_sort_key(locale, arena, str_from(a)),
                       locale_sort_key(locale, arena, str_from(b))) < 0;
}

static void test_order(struct arena *arena) {
    struct locale *russian = locale_new(STR("ru")), *belarusian = locale_new(STR("be"));
    struct locale *english = locale_new(STR("en")), *swedish = locale_new(STR("sv"));
    CHECK(before(english, arena, "Zagreb", "zürich") && before(english, arena, "Émile", "Fax"));
    CHECK(before(swedish, arena, "Zorn", "Åbo") && before(english, arena, "Åbo", "Zorn"));
    CHECK(before(russian, arena, "ёж", "ель") && before(belarusian, arena, "ель", "ёж"));
    CHECK(before(belarusian, arena, "уюн", "ўсё")); /* Ў is a letter of its own */
    CHECK_STR(locale_initial(english, arena, STR("«Émile»")), "E");
    CHECK_STR(locale_initial(english, arena, STR("E\u0301mile")), "E");
    CHECK_STR(locale_initial(swedish, arena, STR("åbo")), "Å");
    CHECK_STR(locale_initial(russian, arena, STR("ёлка")), "Е");
    CHECK_STR(locale_initial(russian, arena, STR("йод")), "Й");
    CHECK_STR(locale_initial(belarusian, arena, STR("ёлка")), "Ё");
    CHECK_STR(locale_initial(english, arena, STR("3rd Avenue")), "#");
    CHECK_STR(locale_initial(english, arena, STR("")), "#");
    CHECK_STR(locale_initial(english, arena, STR("თბილისი")), "თ");
    CHECK_STR(locale_upper(belarusian, arena, STR("ўсё straße")), "ЎСЁ STRASSE");
    locale_free(russian);
    locale_free(belarusian);
    locale_free(english);
    locale_free(swedish);
}

static void test_edges(struct arena *arena) {
    CHECK(locale_country_known(STR("BY")) && locale_country_known(STR("AD")));
    CHECK(!locale_country_known(STR("by")) && !locale_country_known(STR("XX")));
    CHECK(!locale_country_known(STR("BYE")) && !locale_country_known(STR("")));
    struct locale *english = locale_new(STR("en")), *wrong = locale_new(STR("no such tag!"));
    CHECK_STR(locale_country(english, arena, STR("XX")), "");
    CHECK_STR(locale_date(english, arena, date(0, 0, 0)), "");
    CHECK_STR(locale_date(english, arena, date(1492, 10, 12)), "12 October 1492"); /* proleptic */
    CHECK_STR(locale_date_range(english, arena, date(2019, 0, 0), date(2020, 3, 0)),
              "2019 – March 2020");
    CHECK(locale_date(wrong, arena, date(2019, 11, 15)).length > 0);
    locale_free(english);
    locale_free(wrong);
}

/* Directions, tracking, the comma; figures of dates are the same as those of pages. */
static void test_scripts(struct arena *arena) {
    static const char *const right[] = {"ar", "he", "fa", "ur", "az-Arab"};
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        CHECK(language_right_to_left(str_from(right[i])));
    static const char *const moves[] = {"en", "be", "sr-Cyrl", "zh-Hans", "ja", "ka", ""};
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        CHECK(!language_right_to_left(str_from(moves[i])));
        CHECK(language_tracks(str_from(moves[i])));
    }
    static const char *const fixed[] = {"ar", "th", "hi", "km", "he"};
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        CHECK(!language_tracks(str_from(fixed[i])));
    CHECK_STR(language_comma(STR("zh-Hans")), "，");
    CHECK_STR(language_comma(STR("ar")), "، ");
    CHECK_STR(language_comma(STR("be")), ", ");
    struct locale *arabic = locale_new(STR("ar-EG"));
    CHECK_STR(locale_date(arabic, arena, date(2019, 11, 15)), "15 نوفمبر 2019");
    locale_free(arabic);
    struct locale *thai = locale_new(STR("th"));
    CHECK(str_find(locale_date(thai, arena, date(2019, 11, 15)), STR("2019")) != SIZE_MAX);
    locale_free(thai);
}

int main(void) {
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        test_language(arena, &expected[i]);
    test_order(arena);
    test_edges(arena);
    test_scripts(arena);
    arena_free(arena);
    return check_end();
}
