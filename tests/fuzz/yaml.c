/* The YAML reader and the schema reader over arbitrary bytes: every place lies in the file, block
 * scalars know the places of their characters, and a record with a field of each type can be
 * filled. */
#include "yaml/node.h"
#include "yaml/schema.h"
#include <assert.h>
#include <stddef.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

struct small {
    struct string key;
    struct text text;
    struct span span;
};
struct large {
    struct string id, title, language, country, email, url, path, other;
    struct text name, body;
    struct integer number;
    struct boolean flag;
    struct dated opened, day;
    struct dimension width;
    struct choice status;
    struct tint colour;
    struct small head;
    struct strings phones;
    LIST(struct small) people;
    LIST(struct small) labels;
    struct span span;
};

#define FIELD(word, kind, ...)                                                                     \
    { .name = #word, .type = kind, .offset = offsetof(struct large, word), __VA_ARGS__ }
static const char *const words[] = {"open", "closed"};
static const struct choices choices = {words, 2};
static const struct field small_fields[] = {
    {.name = "", .type = FIELD_TEXT, .offset = offsetof(struct small, text)}};
static const struct record small_record = {"small",      "A text.", sizeof(struct small),
                                           small_fields, 1,         offsetof(struct small, span)};
static const struct field large_fields[] = {
    FIELD(id, FIELD_ID, .required = true),
    FIELD(title, FIELD_STRING, .required = false),
    FIELD(language, FIELD_LANGUAGE, .required = false),
    FIELD(country, FIELD_COUNTRY, .required = false),
    FIELD(email, FIELD_EMAIL, .required = false),
    FIELD(url, FIELD_URL, .required = false),
    FIELD(path, FIELD_PATH, .required = false),
    FIELD(other, FIELD_REFERENCE, .required = false),
    FIELD(name, FIELD_TEXT, .required = false),
    FIELD(body, FIELD_MARKDOWN, .required = false),
    FIELD(number, FIELD_INTEGER, .required = false),
    FIELD(flag, FIELD_BOOLEAN, .required = false),
    FIELD(opened, FIELD_DATE, .required = false),
    FIELD(day, FIELD_DAY, .required = false),
    FIELD(width, FIELD_LENGTH, .required = false),
    FIELD(status, FIELD_CHOICE, .choices = &choices),
    FIELD(colour, FIELD_COLOUR, .required = false),
    FIELD(head, FIELD_RECORD, .record = &small_record),
    FIELD(phones, FIELD_STRING, .list = true),
    FIELD(people, FIELD_RECORD, .list = true, .record = &small_record),
    FIELD(labels, FIELD_MAP, .record = &small_record),
};
static const struct record large_record = {
    "large",
    "A field of each type.",
    sizeof(struct large),
    large_fields,
    sizeof large_fields / sizeof *large_fields,
    offsetof(struct large, span),
};

static void place_check(struct span span, uint32_t lines) {
    assert(span.line <= lines && (span.line == 0 || span.column >= 1));
}

static void node_check(const struct node *node, uint32_t lines) {
    place_check(node->span, lines);
    place_check(node->key_span, lines);
    assert(utf8_fault(node->text) == SIZE_MAX && utf8_fault(node->key) == SIZE_MAX);
    if (node->kind == NODE_SCALAR)
        place_check(node_place(node, node->text.length / 2), lines);
    uint32_t count = 0;
    for (const struct node *child = node->first; child; child = child->next, count++)
        node_check(child, lines);
    assert(count == node->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    if (length > 4096) /* aliases make trees of a million nodes: enough of them fit in here */
        return 0;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    uint32_t lines = 2; /* libyaml puts the end of the text on the line after it */
    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == 0x85 || bytes[i] == 0xA8 ||
                 bytes[i] == 0xA9; /* YAML 1.1 breaks: also NEL, LS, PS */
    const struct node *root =
        yaml_read(arena, "fuzz.yaml", (struct str){(const char *)bytes, length}, diag);
    if (root) {
        node_check(root, lines);
        struct large large = {0};
        schema_read(&large_record, root, &large, arena, diag);
        for (size_t i = 0; i < large.people.count; i++)
            text_in(&large.people.at[i].text, STR("en"));
    } else {
        assert(diag_faults(diag) > 0);
    }
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    for (size_t i = 0; i < count; i++)
        place_check(messages[i].span, lines);
    arena_free(arena);
    return 0;
}
