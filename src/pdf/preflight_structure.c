/* The structure tree (ISO 32000-1, 14.7, 14.8): one walk in reading order. */
#include "base/array.h"
#include "pdf/rules.h"
#include <stdlib.h>

enum { MOST_DEPTH = 256 };

struct walk {
    struct checker *checker;
    const struct value *roles; /* /RoleMap */
    uint8_t *seen;             /* by object */
    ARRAY(struct str) notes;
    int heading; /* level of the last one */
};

/* An element on the way down. */
struct element {
    const struct value *value;
    size_t number;
    struct str type;
    size_t page; /* index plus one, 0 unknown */
    int depth;
};

static const char *const standard_types[] = {
    "Document", "Part",    "Art",   "Sect",      "Div",     "BlockQuote", "Caption",
    "TOC",      "TOCI",    "Index", "NonStruct", "Private", "P",          "H",
    "H1",       "H2",      "H3",    "H4",        "H5",      "H6",         "L",
    "LI",       "Lbl",     "LBody", "Table",     "TR",      "TH",         "TD",
    "THead",    "TBody",   "TFoot", "Span",      "Quote",   "Note",       "Reference",
    "BibEntry", "Code",    "Link",  "Annot",     "Ruby",    "RB",         "RT",
    "RP",       "Warichu", "WT",    "WP",        "Figure",  "Formula",    "Form"};

static bool is(struct str type, const char *name) {
    return str_equal(type, str_from(name));
}

static bool is_standard(struct str type) {
    for (size_t i = 0; i < sizeof standard_types / sizeof *standard_types; i++)
        if (is(type, standard_types[i]))
            return true;
    return false;
}

/* Through the role map, which may map to what is mapped again. */
static struct str type_of(struct walk *walk, const struct value *element) {
    struct str type = reader_get(walk->checker->reader, element, "S")->text;
    for (int i = 0; i < 8 && !is_standard(type); i++) {
        const struct value *mapped = reader_find(walk->checker->reader, walk->roles, type);
        if (mapped->kind != VALUE_NAME)
            break;
        type = mapped->text;
    }
    return type;
}

/* ---- rules of single elements ---- */

static bool has_text(struct walk *walk, const struct value *element, const char *key) {
    return reader_get(walk->checker->reader, element, key)->text.length > 0;
}

static void check_heading(struct walk *walk, const struct element *element) {
    int level = element->type.at[1] - '0';
    if (level > walk->heading + 1)
        rule_broken(walk->checker, RULE_HEADINGS, "page %zu: H%d after %s%d", element->page, level,
                    walk->heading ? "H" : "level ", walk->heading);
    walk->heading = level;
}

static const struct value *attribute(struct walk *walk, const struct value *element,
                                     const char *key) {
    struct reader *reader = walk->checker->reader;
    const struct value *attributes = reader_get(reader, element, "A");
    if (attributes->kind != VALUE_ARRAY)
        return reader_get(reader, attributes, key);
    for (size_t i = 0; i < attributes->count; i++) {
        const struct value *found =
            reader_get(reader, reader_resolve(reader, &attributes->items[i]), key);
        if (found->kind != VALUE_NULL)
            return found;
    }
    return &value_null;
}

static void check_table(struct walk *walk, const struct element *element, struct str parent) {
    struct str type = element->type;
    bool cell = is(type, "TH") || is(type, "TD"),
         part = is(type, "THead") || is(type, "TBody") || is(type, "TFoot");
    bool in_part = is(parent, "THead") || is(parent, "TBody") || is(parent, "TFoot");
    if ((cell && !is(parent, "TR")) || (part && !is(parent, "Table")) ||
        (is(type, "TR") && !in_part && !is(parent, "Table")) || (is(parent, "TR") && !cell))
        rule_broken(walk->checker, RULE_TABLES, "page %zu: %.*s in %.*s", element->page,
                    STR_ARGS(type), STR_ARGS(parent));
    if (is(type, "TH") && attribute(walk, element->value, "Scope")->kind != VALUE_NAME)
        rule_broken(walk->checker, RULE_TABLES, "page %zu: a head without scope", element->page);
}

static void check_list(struct walk *walk, const struct element *element, struct str parent) {
    struct str type = element->type;
    bool item = is(type, "LI"), in_list = is(parent, "L"), in_item = is(parent, "LI");
    if ((item && !in_list) || (in_list && !item && !is(type, "L") && !is(type, "Caption")) ||
        (is(type, "LBody") && !in_item) || (in_item && !is(type, "LBody") && !is(type, "Lbl")))
        rule_broken(walk->checker, RULE_LISTS, "page %zu: %.*s in %.*s", element->page,
                    STR_ARGS(type), STR_ARGS(parent));
}

static void check_note(struct walk *walk, const struct element *element) {
    struct str id = reader_get(walk->checker->reader, element->value, "ID")->text;
    if (id.length == 0)
        rule_broken(walk->checker, RULE_NOTES, "page %zu: a note without id", element->page);
    else
        array_push(&walk->notes, walk->checker->arena, id);
}

static void check_element(struct walk *walk, const struct element *element, struct str parent) {
    struct str type = element->type;
    if (!is_standard(type))
        rule_broken(walk->checker, RULE_TYPES, "object %zu: %.*s", element->number, STR_ARGS(type));
    if (type.length == 2 && type.at[0] == 'H' && type.at[1] >= '1' && type.at[1] <= '6')
        check_heading(walk, element);
    if ((is(type, "Figure") || is(type, "Formula")) && !has_text(walk, element->value, "Alt") &&
        !has_text(walk, element->value, "ActualText"))
        rule_broken(walk->checker, RULE_FIGURES, "page %zu: object %zu", element->page,
                    element->number);
    if (is(type, "Note"))
        check_note(walk, element);
    check_table(walk, element, parent);
    check_list(walk, element, parent);
}

/* ---- the walk ---- */

static size_t page_of(struct walk *walk, const struct value *dictionary, size_t missing) {
    size_t number = value_reference(value_entry(dictionary, "Pg"));
    size_t page = number < reader_end(walk->checker->reader) ? walk->checker->page_of[number] : 0;
    return page ? page : missing;
}

static void claim(struct walk *walk, const struct element *element, size_t page, size_t mcid) {
    struct checked_page *at = page ? &walk->checker->pages[page - 1] : NULL;
    if (!at || mcid >= at->marked)
        rule_broken(walk->checker, RULE_TREE, "object %zu: content that no page has",
                    element->number);
    else
        at->owners[mcid] = (uint32_t)element->number;
}

static void walk_element(struct walk *walk, const struct value *entry, const struct element *above);

static void walk_kid(struct walk *walk, const struct element *element, const struct value *kid) {
    struct reader *reader = walk->checker->reader;
    const struct value *value = reader_resolve(reader, kid);
    if (value->kind == VALUE_NUMBER) {
        claim(walk, element, element->page, value_size(value, SIZE_MAX));
    } else if (value_is(reader_get(reader, value, "Type"), "MCR")) {
        claim(walk, element, page_of(walk, value, element->page),
              value_size(reader_get(reader, value, "MCID"), SIZE_MAX));
    } else if (value_is(reader_get(reader, value, "Type"), "OBJR")) {
        size_t number = value_reference(value_entry(value, "Obj"));
        if (is(element->type, "Link") && number < reader_end(reader))
            walk->checker->linked[number] = 1;
    } else {
        walk_element(walk, kid, element);
    }
}

static void walk_kids(struct walk *walk, const struct element *element) {
    const struct value *kids = value_entry(element->value, "K");
    if (reader_resolve(walk->checker->reader, kids)->kind == VALUE_ARRAY)
        kids = reader_resolve(walk->checker->reader, kids);
    if (kids->kind == VALUE_NULL)
        return;
    if (kids->kind != VALUE_ARRAY)
        walk_kid(walk, element, kids);
    for (size_t i = 0; kids->kind == VALUE_ARRAY && i < kids->count; i++)
        walk_kid(walk, element, &kids->items[i]);
}

static void walk_element(struct walk *walk, const struct value *entry,
                         const struct element *above) {
    struct reader *reader = walk->checker->reader;
    struct element element = {.value = reader_resolve(reader, entry),
                              .number = value_reference(entry),
                              .depth = above->depth + 1};
    if (element.number >= reader_end(reader) || element.value->kind != VALUE_DICTIONARY ||
        walk->seen[element.number] || element.depth > MOST_DEPTH) {
        rule_broken(walk->checker, RULE_TREE, "object %zu: a kid that is none", above->number);
        return;
    }
    walk->seen[element.number] = 1;
    element.type = type_of(walk, element.value);
    element.page = page_of(walk, element.value, above->page);
    if (value_reference(value_entry(element.value, "P")) != above->number)
        rule_broken(walk->checker, RULE_TREE, "object %zu: another parent", element.number);
    check_element(walk, &element, above->type);
    walk_kids(walk, &element);
}

/* ---- the parent tree ---- */

/* Values by key; keys of ours are dense. */
struct parents {
    const struct value **at;
    size_t count;
};

static void read_parents(struct walk *walk, const struct value *node, struct parents *parents,
                         int depth) {
    struct reader *reader = walk->checker->reader;
    const struct value *numbers = reader_get(reader, node, "Nums");
    const struct value *kids = reader_get(reader, node, "Kids");
    for (size_t i = 0; numbers->kind == VALUE_ARRAY && i + 1 < numbers->count; i += 2) {
        size_t key = value_size(&numbers->items[i], SIZE_MAX);
        if (key < parents->count)
            parents->at[key] = &numbers->items[i + 1];
    }
    for (size_t i = 0; depth < MOST_DEPTH && kids->kind == VALUE_ARRAY && i < kids->count; i++)
        read_parents(walk, reader_resolve(reader, &kids->items[i]), parents, depth + 1);
}

static void check_owners(struct walk *walk, const struct parents *parents, size_t index) {
    struct checker *checker = walk->checker;
    const struct checked_page *page = &checker->pages[index];
    size_t key = value_size(reader_get(checker->reader, page->value, "StructParents"), SIZE_MAX);
    const struct value *owners = key < parents->count && parents->at[key]
                                     ? reader_resolve(checker->reader, parents->at[key])
                                     : &value_null;
    for (size_t i = 0; i < page->marked; i++) {
        size_t owner = owners->kind == VALUE_ARRAY && i < owners->count
                           ? value_reference(&owners->items[i])
                           : 0;
        if (page->owners[i] == 0)
            rule_broken(checker, RULE_CONTENT, "page %zu: content %zu is in no element", index + 1,
                        i);
        else if (owner != page->owners[i])
            rule_broken(checker, RULE_TREE, "page %zu: content %zu has two parents", index + 1, i);
    }
}

static int by_bytes(const void *a, const void *b) {
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static void check_ids(struct walk *walk) {
    if (walk->notes.count)
        qsort(walk->notes.at, walk->notes.count, sizeof *walk->notes.at, by_bytes);
    for (size_t i = 1; i < walk->notes.count; i++)
        if (str_equal(walk->notes.at[i - 1], walk->notes.at[i]))
            rule_broken(walk->checker, RULE_NOTES, "two notes have the id %.*s",
                        STR_ARGS(walk->notes.at[i]));
}

void check_structure(struct checker *checker) {
    struct reader *reader = checker->reader;
    const struct value *entry = value_entry(checker->catalog, "StructTreeRoot");
    const struct value *root = reader_resolve(reader, entry);
    if (root->kind != VALUE_DICTIONARY) {
        rule_broken(checker, RULE_TREE, "the catalog has no structure tree");
        return;
    }
    struct walk walk = {.checker = checker,
                        .roles = reader_get(reader, root, "RoleMap"),
                        .seen = arena_make(checker->arena, uint8_t, reader_end(reader) + 1)};
    for (size_t i = 0; i < checker->page_count; i++)
        checker->pages[i].owners =
            arena_make(checker->arena, uint32_t, checker->pages[i].marked + 1);
    struct element top = {.value = root, .number = value_reference(entry), .type = STR("")};
    walk_kids(&walk, &top);
    struct parents parents = {arena_make(checker->arena, const struct value *, reader_end(reader)),
                              reader_end(reader)};
    read_parents(&walk, reader_get(reader, root, "ParentTree"), &parents, 0);
    for (size_t i = 0; i < checker->page_count; i++)
        check_owners(&walk, &parents, i);
    check_ids(&walk);
}
