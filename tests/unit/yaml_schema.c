#include "unit/check.h"
#include "yaml/schema.h"
#include <stddef.h>

struct person {
    struct text name, rank;
    struct span span;
};
struct label {
    struct string key;
    struct text text;
    struct span span;
};
struct paint {
    struct string key;
    struct tint tint;
    struct span span;
};
struct thing {
    struct string id, title, language, country, email, url, path, other;
    struct text name, body;
    struct integer number;
    struct boolean flag;
    struct dated opened, day;
    struct dimension width;
    struct choice status;
    struct tint colour;
    struct person head;
    struct strings phones;
    LIST(struct person) people;
    LIST(struct choice) days;
    LIST(struct label) labels;
    LIST(struct paint) colours;
    struct span span;
};

#define AT(type, member) .offset = offsetof(struct type, member)
static const char *const status_words[] = {"open", "suspended", "closed"};
static const struct choices statuses = {status_words, 3};

static const struct field person_fields[] = {
    {.name = "", .type = FIELD_TEXT, AT(person, name)},
    {.name = "name",
     .type = FIELD_TEXT,
     AT(person, name),
     .required = true,
     .example = "\"A | B\""},
    {.name = "rank", .type = FIELD_TEXT, AT(person, rank)},
};
static const struct record person_record = {"person",
                                            "Who leads it.",
                                            sizeof(struct person),
                                            person_fields,
                                            3,
                                            offsetof(struct person, span)};
static const struct field label_fields[] = {{.name = "", .type = FIELD_TEXT, AT(label, text)}};
static const struct record label_record = {"label",      NULL, sizeof(struct label),
                                           label_fields, 1,    offsetof(struct label, span)};
static const struct field paint_fields[] = {{.name = "", .type = FIELD_COLOUR, AT(paint, tint)}};
static const struct record paint_record = {"paint",      NULL, sizeof(struct paint),
                                           paint_fields, 1,    offsetof(struct paint, span)};

static const struct field thing_fields[] = {
    {.name = "id", .type = FIELD_ID, AT(thing, id), .required = true, .example = "by-minsk"},
    {.name = "title", .type = FIELD_STRING, AT(thing, title), .about = "The \"title\"."},
    {.name = "language", .type = FIELD_LANGUAGE, AT(thing, language)},
    {.name = "country", .type = FIELD_COUNTRY, AT(thing, country)},
    {.name = "email", .type = FIELD_EMAIL, AT(thing, email)},
    {.name = "url", .type = FIELD_URL, AT(thing, url)},
    {.name = "path", .type = FIELD_PATH, AT(thing, path)},
    {.name = "other", .type = FIELD_REFERENCE, AT(thing, other)},
    {.name = "name", .type = FIELD_TEXT, AT(thing, name)},
    {.name = "body", .type = FIELD_MARKDOWN, AT(thing, body)},
    {.name = "number", .type = FIELD_INTEGER, AT(thing, number)},
    {.name = "flag", .type = FIELD_BOOLEAN, AT(thing, flag)},
    {.name = "opened", .type = FIELD_DATE, AT(thing, opened)},
    {.name = "day", .type = FIELD_DAY, AT(thing, day)},
    {.name = "width", .type = FIELD_LENGTH, AT(thing, width)},
    {.name = "status", .type = FIELD_CHOICE, AT(thing, status), .choices = &statuses},
    {.name = "colour", .type = FIELD_COLOUR, AT(thing, colour)},
    {.name = "head", .type = FIELD_RECORD, AT(thing, head), .record = &person_record},
    {.name = "phones", .type = FIELD_STRING, AT(thing, phones), .list = true},
    {.name = "people",
     .type = FIELD_RECORD,
     AT(thing, people),
     .list = true,
     .record = &person_record},
    {.name = "days", .type = FIELD_CHOICE, AT(thing, days), .list = true, .choices = &statuses},
    {.name = "labels", .type = FIELD_MAP, AT(thing, labels), .record = &label_record},
    {.name = "colours", .type = FIELD_MAP, AT(thing, colours), .record = &paint_record},
};
static const struct record thing_record = {"thing",
                                           "A thing.",
                                           sizeof(struct thing),
                                           thing_fields,
                                           sizeof thing_fields / sizeof *thing_fields,
                                           offsetof(struct thing, span)};

static struct arena *arena;

static struct thing *read_thing(const char *yaml, struct diag *diag) {
    struct thing *thing = arena_make(arena, struct thing, 1);
    const struct node *root = yaml_read(arena, "t.yaml", str_from(yaml), diag);
    if (root)
        schema_read(&thing_record, root, thing, arena, diag);
    return thing;
}

static const char good[] = "id: by-minsk\n"
                           "title: 2019\n"
                           "url: www.mfa.gov.by\n"
                           "email: mail@mfa.gov.by\n"
                           "country: NO\n"
                           "language: zh-Hant\n"
                           "path: ../a b.png\n"
                           "other: someone\n"
                           "name: {en: Minsk, ru: Минск, be: null}\n"
                           "body: |\n"
                           "  A line\n"
                           "\n"
                           "number: -12\n"
                           "flag: no\n"
                           "opened: 2016-02\n"
                           "day: 2019-11-15\n"
                           "width: 13.5 pt\n"
                           "status: closed\n"
                           "colour: {rgb: \"#1F3A5F\", cmyk: [90, 70, 30, 25]}\n"
                           "head: Ivan Ivanou\n"
                           "phones: +375 17 327 29 22\n"
                           "people: [{name: A, rank: {en: B}}, C]\n"
                           "days: [open, closed]\n"
                           "labels: {news: {en: News, ru: Новости}, page: Page}\n"
                           "colours: {accent: \"#FF0000\", grey: {rgb: \"#808080\"}}\n";

static void test_good(void) {
    struct diag *diag = diag_new(arena);
    struct thing *thing = read_thing(good, diag);
    diag_print(diag, stderr);
    CHECK(diag_faults(diag) == 0);
    CHECK_STR(thing->id.text, "by-minsk");
    CHECK_STR(thing->title.text, "2019");
    CHECK(thing->title.span.line == 2 && thing->title.span.column == 8);
    CHECK_STR(thing->country.text, "NO");
    CHECK_STR(text_in(&thing->name, STR("ru")), "Минск");
    CHECK(thing->name.count == 2 && !text_has(&thing->name, STR("be")));
    CHECK_STR(thing->body.at[0].text, "A line\n");
    CHECK(node_place(thing->body.at[0].node, 2).line == 11);
    CHECK(thing->number.given && thing->number.value == -12);
    CHECK(thing->flag.given && !thing->flag.value);
    CHECK(thing->opened.date.month == 2 && thing->opened.date.day == 0);
    CHECK(thing->day.date.day == 15);
    CHECK(thing->width.given && thing->width.value == SP_OF_PT(13.5));
    CHECK(thing->status.value == 2);
    CHECK(thing->colour.colour.blue == 0x5F && thing->colour.colour.key == 25);
    CHECK_STR(text_in(&thing->head.name, STR("en")), "Ivan Ivanou");
    CHECK(thing->phones.count == 1 && thing->phones.at[0].span.line == 21);
    CHECK_STR(thing->phones.at[0].text, "+375 17 327 29 22");
    CHECK(thing->people.count == 2 && thing->days.count == 2 && thing->days.at[1].value == 2);
    CHECK_STR(text_in(&thing->people.at[1].name, STR("en")), "C");
    CHECK(thing->labels.count == 2);
    CHECK_STR(thing->labels.at[0].key.text, "news");
    CHECK_STR(text_in(&thing->labels.at[0].text, STR("ru")), "Новости");
    CHECK_STR(text_in(&thing->labels.at[1].text, STR("be")), "Page");
    CHECK(thing->colours.at[0].tint.colour.magenta == 100 && thing->colours.at[0].tint.given);
    CHECK(thing->colours.at[1].tint.colour.key == 50 && thing->colours.at[1].tint.colour.cyan == 0);
    CHECK(thing->span.line == 1);
}

struct wrong {
    const char *yaml; /* behind "id: a\n" */
    uint32_t column;
    const char *message, *hint;
};

static const struct wrong wrongs[] = {
    {"titel: x", 1, "unknown key `titel`", "did you mean `title`?"},
    {"head: {nmae: A, name: B}", 8, "unknown key `nmae`", "did you mean `name`?"},
    {"head: {wxyzq: A, name: B}", 8, "unknown key `wxyzq`",
     "the keys of `person` are `name`, `rank`"},
    {"head: {rank: A}", 1, "person without `name`", "add `name: \"A | B\"`"},
    {"opened: 2019-13-05", 9, "`opened` is not a date: 2019-13-05",
     "write a day as 2019-11-15, a month as 2019-11, a year as 2019"},
    {"day: 2019-11", 6, "`day` is not a whole date: 2019-11", "write the day too, as 2019-11-15"},
    {"width: 12", 8, "`width` is not a length: 12", "add a unit: `12 pt` or `12 mm`"},
    {"number: 1.5", 9, "`number` is not a whole number: 1.5", "write figures alone, such as 12"},
    {"flag: ja", 7, "`flag` is not true or false: ja", "write `true` or `false`"},
    {"status: clsoed", 9, "`status` cannot be `clsoed`", "did you mean `closed`?"},
    {"status: xyz", 9, "`status` cannot be `xyz`", "write one of `open`, `suspended`, `closed`"},
    {"country: by", 10, "`country` is not a country code: by", "write `BY`"},
    {"country: UK", 10, "`country` is not a country code: UK",
     "write the two capitals of ISO 3166-1, such as `BY`"},
    {"language: russian_x", 11, "`language` is not a language tag: russian_x",
     "write a tag of BCP 47, such as `en`, `be` or `zh-Hant`"},
    {"email: mail@mfa", 8, "`email` is not an e-mail address: mail@mfa",
     "write one address, such as `mail@mfa.gov.by`; several as a list"},
    {"email: a@b.by; c@d.by", 8, "`email` is not an e-mail address: a@b.by; c@d.by",
     "write one address, such as `mail@mfa.gov.by`; several as a list"},
    {"url: mfa.gov.by", 6, "`url` is not a web address: mfa.gov.by",
     "begin it with `https://`, `http://` or `www.`, without spaces"},
    {"url: https://localhost", 6, "`url` is not a web address: https://localhost",
     "begin it with `https://`, `http://` or `www.`, without spaces"},
    {"colour: #1F3A5F", 8, "`colour` is not a colour: ",
     "write it in quotes, such as \"#1F3A5F\": without them # begins a comment"},
    {"colour: {rgb: \"#1F3A5F\", cmyk: [1, 2, 3, 101]}", 32,
     "`cmyk` must be four whole numbers from 0 to 100",
     "write cyan, magenta, yellow and black as [90, 70, 30, 25]"},
    {"title: [a, b]", 8, "`title` must be a single value, but is a list",
     "write one value behind the key"},
    {"title: \"a\\nb\"", 8, "`title` must be one line",
     "put `>` instead of `|` behind the key to join the lines"},
    {"name: {english: A}", 8, "`english` is not a language tag of BCP 47",
     "write a plain text, or a tag such as `en` as the key of each language"},
    {"phones: [\"1\", ]\npeople:\n-", 2, "an empty item in `people`",
     "write a value behind `-`, or remove the `-`"},
    {"labels: [a]", 9, "`labels` must be a mapping", "write `name: value` for each of its parts"},
    {"labels: {news: {en: [x]}}", 21, "`en` must be text, but is a list",
     "write one text for each language"},
};

static void check_wrong(const struct wrong *wrong) {
    struct diag *diag = diag_new(arena);
    struct thing *thing = read_thing(str_print(arena, "id: a\n%s\n", wrong->yaml).at, diag);
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    CHECK(count == 1);
    CHECK_STR(thing->id.text, "a"); /* what could be read is read */
    if (count == 0)
        return;
    CHECK_STR(messages[0].text, wrong->message);
    CHECK_STR(messages[0].hint, wrong->hint);
    CHECK(messages[0].span.line >= 2 && messages[0].span.column == wrong->column);
}

static void test_required(void) {
    struct diag *diag = diag_new(arena);
    read_thing("id:\ntitle: Without an id\n", diag);
    read_thing("id: By Minsk\n", diag);
    read_thing("- a list\n", diag);
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    CHECK(count == 3);
    CHECK_STR(messages[0].text, "`id` is empty");
    CHECK_STR(messages[0].hint, "write `id: by-minsk`");
    CHECK_STR(messages[1].text, "a thing must be a mapping of keys to values");
    CHECK_STR(messages[2].hint, "use only a-z, 0-9 and -, such as `by-minsk`");
}

static void test_texts(void) {
    struct diag *diag = diag_new(arena);
    struct thing *thing = read_thing("id: a\nname: {ru: Р, en: E, zh-Hant: Z}\ntitle: ''\n", diag);
    CHECK_STR(text_in(&thing->name, STR("en-GB")), "E");
    CHECK_STR(text_in(&thing->name, STR("zh-Hant")), "Z");
    CHECK_STR(text_in(&thing->name, STR("de")), "E");
    CHECK(!text_has(&thing->name, STR("de")) && !text_find(&thing->body, STR("en")));
    CHECK(thing->title.text.at == NULL); /* an empty value is an absent one */
}

static struct str written(void (*write)(const struct record *, FILE *)) {
    char *at = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&at, &length);
    write(&thing_record, out);
    fclose(out);
    struct str copy = str_copy(arena, (struct str){at, length});
    free(at);
    return copy;
}

static bool holds(struct str text, const char *part) {
    return str_find(text, str_from(part)) != SIZE_MAX;
}

static void test_descriptions(void) {
    struct str reference = written(schema_reference), json = written(schema_json);
    CHECK(holds(reference, "## thing\n\nA thing.\n") && holds(reference, "### person\n"));
    CHECK(holds(reference, "| `id` (required) | id: a-z, 0-9 and - | `by-minsk` |\n"));
    CHECK(holds(reference, "| `days` | list of: one of `open`, `suspended`, `closed` |  |\n"));
    CHECK(holds(reference, "`\"A \\| B\"`"));
    CHECK(holds(json, "\"description\": \"The \\\"title\\\".\""));
    CHECK(holds(json, "\"required\": [\"id\"]") && holds(json, "\"$ref\": \"#/$defs/person\""));
}

int main(void) {
    arena = arena_new();
    test_good();
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++)
        check_wrong(&wrongs[i]);
    test_required();
    test_texts();
    test_descriptions();
    arena_free(arena);
    return check_end();
}
