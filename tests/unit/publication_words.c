/* Templates, hours, addresses: the small words of an entry. */
#include "publication/compose.h"
#include "publication/country.h"
#include "publication/hours.h"
#include "unit/check.h"

static struct str joined(struct arena *arena, const struct runs *runs) {
    struct str text = STR("");
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->at[i];
        struct str part = run->kind == RUN_TEXT ? run->text : STR("#");
        text = str_join(arena, text, part);
    }
    return text;
}

static void check_templates(struct arena *arena) {
    static const struct style style = {.size = SP_OF_PT(8)};
    struct slot slots[] = {
        {.name = "date", .text = STR("15 November 2019")},
        {.name = "ref", .text = STR("")},
        {.name = "page", .kind = RUN_FIELD, .field = PAGE_NUMBER},
    };
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"Print version \xC2\xB7 {date} \xC2\xB7 {ref}", "Print version \xC2\xB7 15 November 2019"},
        {"{ref} \xC2\xB7 {date}", "15 November 2019"},
        {"{ref}", ""},
        {"p. {page} {unknown} {", "p. # {unknown} {"},
        {"{page}{date}", "#15 November 2019"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct runs runs = {0};
        template_runs(&runs, arena, &style, str_from(cases[i].text), slots, 3, NO_SPAN);
        CHECK_STR(joined(arena, &runs), cases[i].expected);
    }
}

static void check_hours(const struct edition *edition, const int *days, size_t count,
                        const char *expected) {
    struct choice choices[7];
    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){days[i], true, NO_SPAN};
    struct string open[] = {{STR("09:00-13:00"), NO_SPAN}, {STR("14:30-18:05"), NO_SPAN}};
    struct translation purpose = {.text = STR("visas")};
    struct hours hours = {.purpose = {&purpose, 1, NO_SPAN}};
    hours.days.at = choices;
    hours.days.count = count;
    hours.open = (struct strings){open, 2, NO_SPAN};
    struct str text =
        str_replace(edition->arena, hours_text(edition, &hours), STR(NO_BREAK_SPACE), STR("~"));
    CHECK_STR(text, expected);
}

static void check_days(const struct edition *edition) {
    check_hours(edition, (int[]){0, 1, 2, 3, 4}, 5, "Mon–Fri~9.00–13.00, 14.30–18.05 (visas)");
    check_hours(edition, (int[]){6, 0, 1, 3}, 4,
                "Mon, Tue, Thu, Sun~9.00–13.00, 14.30–18.05 (visas)");
    check_hours(edition, (int[]){2}, 1, "Wed~9.00–13.00, 14.30–18.05 (visas)");
    check_hours(edition, NULL, 0, "9.00–13.00, 14.30–18.05 (visas)");
}

static void check_addresses(struct arena *arena) {
    CHECK_STR(web_display(STR("https://austria.mfa.gov.by/")), "austria.mfa.gov.by");
    CHECK_STR(web_display(STR("www.mfa.gov.by/en")), "www.mfa.gov.by/en");
    CHECK_STR(web_target(arena, STR("www.mfa.gov.by")), "https://www.mfa.gov.by");
    CHECK_STR(web_target(arena, STR("http://mfa.gov.by")), "http://mfa.gov.by");
    CHECK_STR(phone_target(arena, STR("+43 (1) 419-96 30")), "tel:+43141996"
                                                             "30");
    CHECK_STR(phone_target(arena, STR("2257-8171, 2257-8172")), "tel:22578171");
}

static void check_countries(void) {
    CHECK_STR(country_language(STR("AE")), "ar");
    CHECK_STR(country_language(STR("CN")), "zh-Hans");
    CHECK_STR(country_language(STR("YE")), "ar");
    CHECK_STR(country_language(STR("CH")), "");
    CHECK(country_place(STR("AA")) == 0 && country_place(STR("ZZ")) == COUNTRIES - 1);
    CHECK(country_place(STR("a1")) == COUNTRIES && country_place(STR("")) == COUNTRIES);
}

int main(void) {
    struct arena *arena = arena_new();
    struct edition edition = {
        .language = STR("en"), .locale = locale_new(STR("en")), .arena = arena};
    check_templates(arena);
    check_days(&edition);
    check_addresses(arena);
    check_countries();
    locale_free(edition.locale);
    arena_free(arena);
    return check_end();
}
