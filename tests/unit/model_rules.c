/* Rules inside one record: ISSN, hours, telephones, bodies. */
#include "model/rules.h"
#include "unit/check.h"

struct fixture {
    struct arena *arena;
    struct diag *diag;
};

static struct fixture fixture_new(void) {
    struct arena *arena = arena_new();
    return (struct fixture){arena, diag_new(arena)};
}

static size_t issn_faults(const char *text) {
    struct fixture fixture = fixture_new();
    struct string issn = {str_from(text), {"bulletin.yaml", 3, 7}};
    issn_rule(&issn, fixture.diag);
    size_t faults = diag_faults(fixture.diag);
    arena_free(fixture.arena);
    return faults;
}

static void test_issn(void) {
    CHECK(issn_faults("0000-0000") == 0);
    CHECK(issn_faults("0378-5955") == 0); /* ISO 3297's own example */
    CHECK(issn_faults("2434-561X") == 0);
    CHECK(issn_faults("0378-5954") == 1);
    CHECK(issn_faults("03785955") == 1);
    CHECK(issn_faults("0378-595") == 1);
}

/* One that has no more than a country. */
static struct mission mission_new(const struct fixture *fixture) {
    const char *text = "{id: x, type: embassy, country: AT, name: X}";
    struct mission mission = {.id = {{0}, {0}}};
    schema_read(&mission_record, yaml_read(fixture->arena, "m.yaml", str_from(text), fixture->diag),
                &mission, fixture->arena, fixture->diag);
    return mission;
}

static size_t mission_faults(const char *phone, const char *open) {
    struct fixture fixture = fixture_new();
    struct string number = {str_from(phone), {"m.yaml", 1, 1}};
    struct string interval = {str_from(open), {"m.yaml", 2, 1}};
    struct hours hours = {.open = {&interval, 1, {"m.yaml", 2, 1}}};
    const struct hours_list list = {&hours, 1, {0}};
    struct mission mission = mission_new(&fixture);
    mission.phone = (struct strings){&number, 1, {0}};
    mission.hours = &list;
    mission_rules(&mission, fixture.diag);
    size_t faults = diag_faults(fixture.diag);
    arena_free(fixture.arena);
    return faults;
}

static void test_missions(void) {
    CHECK(mission_faults("+43 (1) 419 96 3038", "08:30-12:00") == 0);
    CHECK(mission_faults("+90 538 059 11 88 (WhatsApp)", "00:00-24:00") == 0);
    CHECK(mission_faults("call me", "08:30-12:00") == 1);
    CHECK(mission_faults("12", "08:30-12:00") == 1);
    CHECK(mission_faults("021-525-1388", "8:30-12:00") == 1);
    CHECK(mission_faults("021-525-1388", "12:00-08:30") == 1);
    CHECK(mission_faults("021-525-1388", "08:60-12:00") == 1);
}

static size_t quote_warnings(const char *language, const char *title) {
    struct fixture fixture = fixture_new();
    struct release release = {.title = {str_from(title), {"r.yaml", 2, 8}},
                              .language = {str_from(language), {0}}};
    release_rules(&release, fixture.arena, fixture.diag);
    size_t warnings = diag_warnings(fixture.diag);
    CHECK(diag_faults(fixture.diag) == 0);
    arena_free(fixture.arena);
    return warnings;
}

static void test_quotes(void) {
    CHECK(quote_warnings("en", "The “human commodities” of (“trade”), “words”.") == 0);
    CHECK(quote_warnings("en", "Growing demand for ”human commodities“, active") == 2);
    CHECK(quote_warnings("en-GB", "”Words“") == 2);
    CHECK(quote_warnings("ru", "Резолюция «О „мерах“» и «другое»") == 0);
    CHECK(quote_warnings("be", "Рэзалюцыя »Аб мерах« і „іншае“") == 2);
    CHECK(quote_warnings("de", "Das „Wort“ und »das andere«") == 0);
    CHECK(quote_warnings("de", "Das “Wort„") == 2);
    CHECK(quote_warnings("pl", "Rezolucja „O środkach”") == 0);
    CHECK(quote_warnings("fr", "La « résolution » et l’«autre»") == 0);
    CHECK(quote_warnings("ka", "”x“") == 0);
}

static void test_accreditation(void) {
    struct fixture fixture = fixture_new();
    struct string served[] = {{STR("SI"), {0}}, {STR("SI"), {0}}, {STR("AT"), {0}}};
    const struct strings countries = {served, 3, {0}};
    struct mission mission = mission_new(&fixture);
    mission.accredited_to = &countries;
    mission_rules(&mission, fixture.diag);
    CHECK(diag_faults(fixture.diag) == 2);
    arena_free(fixture.arena);
}

static void test_body(void) {
    struct fixture fixture = fixture_new();
    const struct node scalar = {.span = {"r.yaml", 9, 7}};
    struct translation body = {.text = STR("Text ![](a.png) and ![b](b.png)."), .node = &scalar};
    struct release release = {.body = {&body, 1, {"r.yaml", 9, 7}},
                              .date = {{2019, 11, 15}, {0}},
                              .embargo = {{2019, 11, 14}, {"r.yaml", 4, 3}}};
    release_rules(&release, fixture.arena, fixture.diag);
    size_t count;
    const struct message *messages = diag_sorted(fixture.diag, &count);
    CHECK(count == 4); /* the embargo, no words for the first picture, neither file there */
    CHECK(messages[0].span.line == 4 && messages[1].span.line == 9);
    arena_free(fixture.arena);
}

int main(void) {
    test_issn();
    test_missions();
    test_quotes();
    test_accreditation();
    test_body();
    return check_end();
}
