#include "yaml/scalar.h"
#include "base/locale.h"
#include "yaml/rules.h"
#include <string.h>

/* Bytes: all that a PDF name holds (ISO 32000-1, annex C). */
enum { MOST_SPOT = 127 };

bool node_absent(const struct node *node) {
    return node->kind == NODE_SCALAR && node->plain &&
           (node->text.length == 0 || str_equal(node->text, STR("~")) ||
            str_equal(node->text, STR("null")));
}

struct str field_label(const struct field *field, const struct node *node) {
    if (field->name[0])
        return str_from(field->name);
    return node->key.length ? node->key : STR("value");
}

struct str words_list(struct arena *arena, const char *const *words, size_t count) {
    struct buffer buffer = {0};
    for (size_t i = 0; i < count; i++)
        buffer_print(&buffer, "%s`%s`", i ? ", " : "", words[i]);
    struct str list = str_copy(arena, buffer_view(&buffer));
    buffer_free(&buffer);
    return list;
}

/* Faults quote at most this much of a value. */
static struct str quoted(const struct reading *reading, struct str s) {
    enum { MOST = 60 };
    const char *at = s.at, *end = s.at + s.length;
    for (size_t count = 0; at < end && *at != '\n' && count < MOST; count++)
        utf8_next(&at, end);
    if (at == end)
        return s;
    return str_print(reading->arena, "%.*s…", (int)(at - s.at), s.at);
}

/* "`date` is not a date: 2019-13-05" */
static void fault(const struct reading *reading, const struct field *field, const struct node *node,
                  const char *what, const char *hint) {
    struct str label = field_label(field, node), value = quoted(reading, str_trim(node->text));
    diag_fault(reading->diag, node->span, hint, "`%.*s` is not %s: %.*s", STR_ARGS(label), what,
               STR_ARGS(value));
}

static const char *kind_name(const struct node *node) {
    return node->kind == NODE_SEQUENCE  ? "a list"
           : node->kind == NODE_MAPPING ? "a mapping"
                                        : "a single value";
}

static const char *example_hint(const struct reading *reading, const struct field *field,
                                const struct node *node) {
    if (!field->example || strchr(field->example, '\n'))
        return "write one value behind the key";
    struct str label = field_label(field, node);
    return str_print(reading->arena, "write it as `%.*s: %s`", STR_ARGS(label), field->example).at;
}

static bool is_scalar(const struct reading *reading, const struct field *field,
                      const struct node *node) {
    if (node->kind == NODE_SCALAR)
        return true;
    struct str label = field_label(field, node);
    diag_fault(reading->diag, node->span, example_hint(reading, field, node),
               "`%.*s` must be a single value, but is %s", STR_ARGS(label), kind_name(node));
    return false;
}

/* A block scalar ends in a line break that is none of the author's: the text is taken trimmed. */
static bool one_line(const struct reading *reading, const struct field *field,
                     const struct node *node, struct str *text) {
    *text = str_trim(node->text);
    if (str_find(*text, STR("\n")) == SIZE_MAX)
        return true;
    struct str label = field_label(field, node);
    diag_fault(reading->diag, node->span, "put `>` instead of `|` behind the key to join the lines",
               "`%.*s` must be one line", STR_ARGS(label));
    return false;
}

static const char *country_hint(const struct reading *reading, struct str text) {
    if (text.length == 2) {
        char upper[2] = {(char)(text.at[0] & ~0x20), (char)(text.at[1] & ~0x20)};
        if (locale_country_known((struct str){upper, 2}) && memcmp(upper, text.at, 2) != 0)
            return str_print(reading->arena, "write `%.2s`", upper).at;
    }
    return "write the two capitals of ISO 3166-1, such as `BY`";
}

static const char *id_hint(const struct reading *reading, struct str text) {
    struct str near = rule_id_near(reading->arena, text);
    if (near.length == 0)
        return "use only a-z, 0-9 and -";
    return str_print(reading->arena, "use only a-z, 0-9 and -, such as `%.*s`", STR_ARGS(near)).at;
}

/* Whether the text is good for its type; what it should be and how to write it otherwise. */
static bool string_good(const struct reading *reading, const struct field *field, struct str text,
                        const char **what, const char **hint) {
    switch (field->type) {
    case FIELD_ID:
        *what = "an id";
        return rule_id(text) || (*hint = id_hint(reading, text), false);
    case FIELD_LANGUAGE:
        *what = "a language tag";
        *hint = "write a tag of BCP 47, such as `en`, `be` or `zh-Hant`";
        return rule_language(text);
    case FIELD_COUNTRY:
        *what = "a country code";
        return locale_country_known(text) || (*hint = country_hint(reading, text), false);
    case FIELD_EMAIL:
        *what = "an e-mail address";
        *hint = "write one address, such as `mail@mfa.gov.by`; several as a list";
        return rule_email(text);
    case FIELD_URL:
        *what = "a web address";
        *hint = "begin it with `https://`, `http://` or `www.`, without spaces";
        return rule_url(text);
    default:
        return true;
    }
}

/* Ids and addresses are no two alike. */
static struct str string_kept(const struct reading *reading, const struct field *field,
                              struct str text) {
    bool lone = field->type == FIELD_ID || field->type == FIELD_EMAIL || field->type == FIELD_URL;
    return lone ? pool_lone(reading->pool, text) : pool_str(reading->pool, text);
}

static void read_string(const struct reading *reading, const struct field *field,
                        const struct node *node, void *out) {
    struct str text;
    const char *what = NULL, *hint = NULL;
    if (!one_line(reading, field, node, &text) || text.length == 0)
        return;
    if (!string_good(reading, field, text, &what, &hint))
        fault(reading, field, node, what, hint);
    else
        *(struct string *)out = (struct string){string_kept(reading, field, text), node->span};
}

static struct translation translation_of(const struct reading *reading, const struct field *field,
                                         const struct node *node, struct str language) {
    struct translation translation = {.language = pool_str(reading->pool, language)};
    if (field->type == FIELD_MARKDOWN) {
        translation.node = node_keep(node, reading->arena);
        translation.text = translation.node->text;
    } else {
        translation.text = pool_str(reading->pool, str_trim(node->text));
    }
    return translation;
}

/* Whether the node holds a translation that its key names the language of. */
static bool is_translation(const struct reading *reading, const struct field *field,
                           const struct node *node) {
    struct str label = field_label(field, node);
    if (!rule_language(node->key))
        diag_fault(reading->diag, node->key_span,
                   "write a plain text, or a tag such as `en` as the key of each language",
                   "`%.*s` is not a language tag of BCP 47", STR_ARGS(node->key));
    else if (node->kind != NODE_SCALAR)
        diag_fault(reading->diag, node->span, "write one text for each language",
                   "`%.*s` must be text, but is %s", STR_ARGS(label), kind_name(node));
    else
        return !node_absent(node);
    return false;
}

static size_t read_translations(const struct reading *reading, const struct field *field,
                                const struct node *node, struct translation *out) {
    size_t count = 0;
    if (node->kind == NODE_SCALAR && str_trim(node->text).length)
        out[count++] = translation_of(reading, field, node, STR(""));
    for (const struct node *child = node->first; child; child = child->next)
        if (is_translation(reading, field, child))
            out[count++] = translation_of(reading, field, child, child->key);
    return count;
}

/* Names, regions, ranks are the same again and again. */
static void read_text(const struct reading *reading, const struct field *field,
                      const struct node *node, struct text *text) {
    enum { MOST_SHARED = 8 };
    struct translation few[MOST_SHARED];
    text->span = node->span;
    if (node->kind == NODE_SEQUENCE) {
        is_scalar(reading, field, node);
        return;
    }
    if (node->count <= MOST_SHARED && field->type == FIELD_TEXT) {
        text->count = read_translations(reading, field, node, few);
        text->at = pool_array(reading->pool, few, text->count * sizeof *few);
    } else {
        size_t most = node->kind == NODE_SCALAR ? 1 : node->count;
        struct translation *all = arena_make(reading->arena, struct translation, most);
        text->count = read_translations(reading, field, node, all);
        text->at = all;
    }
}

static void read_date(const struct reading *reading, const struct field *field,
                      const struct node *node, void *out) {
    struct dated dated = {.span = node->span};
    bool day = field->type == FIELD_DAY;
    if (!date_parse(str_trim(node->text), &dated.date))
        fault(reading, field, node, "a date",
              day ? "write a day as 2019-11-15"
                  : "write a day as 2019-11-15, a month as 2019-11, a year as 2019");
    else if (day && dated.date.day == 0)
        fault(reading, field, node, "a whole date", "write the day too, as 2019-11-15");
    else
        *(struct dated *)out = dated;
}

static void read_length(const struct reading *reading, const struct field *field,
                        const struct node *node, void *out) {
    struct dimension dimension = {.given = true, .span = node->span};
    int64_t number;
    struct str text = str_trim(node->text);
    if (length_parse(text, &dimension.value)) {
        *(struct dimension *)out = dimension;
        return;
    }
    const char *hint = "write a number and a unit: 13.5 pt, 20 mm, 2 cm or 1 in";
    if (rule_integer(text, &number))
        hint = str_print(reading->arena, "add a unit: `%.*s pt` or `%.*s mm`", STR_ARGS(text),
                         STR_ARGS(text))
                   .at;
    fault(reading, field, node, "a length", hint);
}

static void read_share(const struct reading *reading, const struct field *field,
                       const struct node *node, void *out) {
    struct share share = {.given = true, .span = node->span};
    if (share_parse(str_trim(node->text), &share.value))
        *(struct share *)out = share;
    else
        fault(reading, field, node, "a share", "write a number and the sign %: 2 % or 0.5 %");
}

/* [cyan, magenta, yellow, key] in percent. */
static bool read_inks(const struct reading *reading, const struct node *node,
                      struct colour *colour) {
    uint8_t *const inks[] = {&colour->cyan, &colour->magenta, &colour->yellow, &colour->key};
    bool good = node->kind == NODE_SEQUENCE && node->count == 4;
    const struct node *child = node->first;
    for (size_t i = 0; good && i < 4; i++, child = child->next) {
        int64_t value = -1;
        good = child->kind == NODE_SCALAR && rule_integer(child->text, &value) && value >= 0 &&
               value <= 100;
        *inks[i] = (uint8_t)value;
    }
    if (!good)
        diag_fault(reading->diag, node->span,
                   "write cyan, magenta, yellow and black as "
                   "[90, 70, 30, 25]",
                   "`cmyk` must be four whole numbers from 0 to 100");
    return good;
}

static bool read_rgb(const struct reading *reading, const struct field *field,
                     const struct node *node, struct colour *colour) {
    if (node->kind == NODE_SCALAR && rule_colour(str_trim(node->text), colour))
        return true;
    if (is_scalar(reading, field, node))
        fault(reading, field, node, "a colour",
              "write it in quotes, such as \"#1F3A5F\": without them # begins a comment");
    return false;
}

/* Inks of the process, and what stands for all or no plates, are no names of another one (ISO
 * 32000-1, 8.6.6.4). */
static bool read_spot(const struct reading *reading, const struct node *node, struct str *spot) {
    static const char *const taken[] = {"All", "None", "Cyan", "Magenta", "Yellow", "Black"};
    struct str name = node->kind == NODE_SCALAR ? str_trim(node->text) : STR("");
    bool good = name.length > 0 && name.length <= MOST_SPOT;
    for (size_t i = 0; good && i < sizeof taken / sizeof *taken; i++)
        good = !str_equal(name, str_from(taken[i]));
    if (!good)
        diag_fault(reading->diag, node->span,
                   "write the name that the printer's colour has, as \"PANTONE 2767 C\"",
                   "`spot` must name an ink other than those of the process");
    *spot = pool_str(reading->pool, name);
    return good;
}

static bool read_tint_parts(const struct reading *reading, const struct field *field,
                            const struct node *node, struct tint *tint) {
    static const char *const keys[] = {"rgb", "cmyk", "spot"};
    for (const struct node *child = node->first; child; child = child->next)
        if (!str_equal(child->key, STR("rgb")) && !str_equal(child->key, STR("cmyk")) &&
            !str_equal(child->key, STR("spot")))
            diag_fault(reading->diag, child->key_span,
                       str_print(reading->arena, "a colour has %.*s",
                                 STR_ARGS(words_list(reading->arena, keys, 3)))
                           .at,
                       "unknown key `%.*s`", STR_ARGS(child->key));
    const struct node *rgb = node_find(node, STR("rgb")), *cmyk = node_find(node, STR("cmyk"));
    const struct node *spot = node_find(node, STR("spot"));
    if (!rgb) {
        diag_fault(reading->diag, node->span, "add `rgb: \"#1F3A5F\"`", "the colour has no `rgb`");
        return false;
    }
    /* The inks come second: they replace those that follow from the screen colour. */
    return read_rgb(reading, field, rgb, &tint->colour) &&
           (!cmyk || read_inks(reading, cmyk, &tint->colour)) &&
           (!spot || read_spot(reading, spot, &tint->spot));
}

static void read_tint(const struct reading *reading, const struct field *field,
                      const struct node *node, void *out) {
    struct tint tint = {.given = true, .span = node->span};
    bool good = node->kind == NODE_MAPPING ? read_tint_parts(reading, field, node, &tint)
                                           : read_rgb(reading, field, node, &tint.colour);
    if (good)
        *(struct tint *)out = tint;
}

static void read_choice(const struct reading *reading, const struct field *field,
                        const struct node *node, void *out) {
    const struct choices *choices = field->choices;
    struct str text = str_trim(node->text), label = field_label(field, node);
    for (size_t i = 0; i < choices->count; i++)
        if (str_equal(text, str_from(choices->words[i]))) {
            *(struct choice *)out = (struct choice){(int)i, true, node->span};
            return;
        }
    const char *near = schema_nearest(text, choices->words, choices->count);
    struct str list = words_list(reading->arena, choices->words, choices->count);
    struct str hint = near ? str_print(reading->arena, "did you mean `%s`?", near)
                           : str_print(reading->arena, "write one of %.*s", STR_ARGS(list));
    diag_fault(reading->diag, node->span, hint.at, "`%.*s` cannot be `%.*s`", STR_ARGS(label),
               STR_ARGS(quoted(reading, text)));
}

static void read_integer(const struct reading *reading, const struct field *field,
                         const struct node *node, void *out) {
    struct integer integer = {.given = true, .span = node->span};
    if (rule_integer(str_trim(node->text), &integer.value))
        *(struct integer *)out = integer;
    else
        fault(reading, field, node, "a whole number", "write figures alone, such as 12");
}

static void read_boolean(const struct reading *reading, const struct field *field,
                         const struct node *node, void *out) {
    struct boolean boolean = {.given = true, .span = node->span};
    if (rule_boolean(str_trim(node->text), &boolean.value))
        *(struct boolean *)out = boolean;
    else
        fault(reading, field, node, "true or false", "write `true` or `false`");
}

void scalar_read(const struct reading *reading, const struct field *field, const struct node *node,
                 void *out) {
    if (field->type == FIELD_TEXT || field->type == FIELD_MARKDOWN)
        read_text(reading, field, node, out);
    else if (field->type == FIELD_COLOUR)
        read_tint(reading, field, node, out);
    else if (!is_scalar(reading, field, node))
        return;
    else if (field->type == FIELD_DATE || field->type == FIELD_DAY)
        read_date(reading, field, node, out);
    else if (field->type == FIELD_LENGTH)
        read_length(reading, field, node, out);
    else if (field->type == FIELD_SHARE)
        read_share(reading, field, node, out);
    else if (field->type == FIELD_CHOICE)
        read_choice(reading, field, node, out);
    else if (field->type == FIELD_INTEGER)
        read_integer(reading, field, node, out);
    else if (field->type == FIELD_BOOLEAN)
        read_boolean(reading, field, node, out);
    else
        read_string(reading, field, node, out);
}

size_t scalar_size(enum field_type type) {
    switch (type) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
        return sizeof(struct text);
    case FIELD_INTEGER:
        return sizeof(struct integer);
    case FIELD_BOOLEAN:
        return sizeof(struct boolean);
    case FIELD_DATE:
    case FIELD_DAY:
        return sizeof(struct dated);
    case FIELD_LENGTH:
        return sizeof(struct dimension);
    case FIELD_SHARE:
        return sizeof(struct share);
    case FIELD_COLOUR:
        return sizeof(struct tint);
    case FIELD_CHOICE:
        return sizeof(struct choice);
    case FIELD_RECORD:
    case FIELD_MAP:
        return 0;
    default:
        return sizeof(struct string);
    }
}
