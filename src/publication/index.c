#include "publication/index.h"
#include "base/array.h"
#include "publication/compose.h"
#include "publication/entry.h"
#include "publication/listing.h"

#include <stdlib.h>

struct name {
    struct str text, more; /* "Vienna", ", Austria" */
    struct str target;     /* id of a block */
    struct str key, letter;
    struct str covering; /* city from which a country is covered; empty: it has a mission */
};

struct indexer {
    const struct edition *edition;
    ARRAY(struct name) names;
};

/* The names of an index once they are in order, made letter by letter. */
struct letters {
    struct supply supply;
    struct edition edition;
    const struct name *names;
    size_t *starts; /* of each letter; the last one is the end */
    size_t count;
};

static void add_name(struct indexer *indexer, struct name name, struct str sort) {
    const struct edition *edition = indexer->edition;
    if (name.text.length == 0)
        return;
    name.key = locale_sort_key(edition->locale, edition->arena, sort);
    name.letter = locale_initial(edition->locale, edition->arena, sort);
    array_push(&indexer->names, edition->arena, name);
}

static struct str mission_target(const struct edition *edition, const struct roll_entry *entry) {
    return mission_block_id(edition, entry->mission);
}

static void add_city(struct indexer *indexer, const struct roll_entry *entry) {
    const struct edition *edition = indexer->edition;
    struct str city = text_in(&entry->mission->city, edition->language);
    if (entry->covers)
        return;
    add_name(indexer,
             (struct name){.text = city,
                           .more = str_join(edition->arena, STR(", "), entry->country),
                           .target = mission_target(edition, entry)},
             city);
}

static void add_country(struct indexer *indexer, const struct roll_entry *entry) {
    const struct edition *edition = indexer->edition;
    struct name name = {.text = entry->country, .target = country_block_id(edition, entry)};
    if (entry->covers) {
        name.covering = text_in(&entry->mission->city, edition->language);
        name.target = mission_target(edition, entry);
    }
    add_name(indexer, name, entry->country);
}

/* Names stand as the data gives them; the family name, taken to be the last word, sorts them. */
static struct str family_name_first(const struct edition *edition, struct str name) {
    size_t at = name.length;
    while (at > 0 && name.at[at - 1] != ' ')
        at--;
    if (at == 0)
        return name;
    struct str family = str_part(name, at, SIZE_MAX), given = str_part(name, 0, at - 1);
    return str_print(edition->arena, "%.*s, %.*s", STR_ARGS(family), STR_ARGS(given));
}

static void add_head(struct indexer *indexer, const struct roll_entry *entry) {
    const struct edition *edition = indexer->edition;
    struct str name = text_in(&entry->mission->head.name, edition->language);
    if (entry->covers || name.length == 0)
        return;
    struct str sorted = family_name_first(edition, name);
    struct str city = text_in(&entry->mission->city, edition->language);
    add_name(
        indexer,
        (struct name){.text = sorted,
                      .more = city.length ? str_join(edition->arena, STR(", "), city) : STR(""),
                      .target = mission_target(edition, entry)},
        sorted);
}

static int name_compare(const void *left, const void *right) {
    const struct name *a = left, *b = right;
    int order = str_compare(a->key, b->key);
    if (order == 0)
        order = str_compare(a->more, b->more);
    if (order == 0)
        order = (int)(a->covering.length > 0) - (int)(b->covering.length > 0);
    return order ? order : str_compare(a->target, b->target);
}

/* Missions of one city stand next to each other: the first page is enough. */
static bool says_the_same(const struct name *a, const struct name *b) {
    return str_equal(a->text, b->text) && str_equal(a->more, b->more) &&
           str_equal(a->covering, b->covering);
}

static void page_add(const struct edition *edition, struct block *line, const struct name *name) {
    text_add(edition, line, STR("\xE2\x80\x87"), line->span); /* U+2007: the number stays with a word */
    struct run *page =
        run_add(&line->runs, edition->arena, RUN_PAGE, line->style, STR(""), line->span);
    page->target = name->target;
    page->isolate = true;
}

static void covering_add(const struct edition *edition, struct block *line,
                         const struct name *name) {
    const struct style *style = style_of(edition, "index_reference");
    struct slot slots[] = {
        {.name = "name", .kind = RUN_TEXT, .text = name->covering},
        {.name = "page", .kind = RUN_PAGE, .target = name->target},
    };
    text_styled(edition, line, style, STR(" "), line->span);
    template_runs(&line->runs, edition->arena, style, word(edition, "covered_from"), slots, 2,
                  line->span);
}

/* The whole line is one link: a better target to hit, and said once. */
static void line_of(const struct edition *edition, struct block *parent, const struct name *name) {
    struct block *line = paragraph_add(edition, parent, ROLE_PARAGRAPH, "index", parent->span);
    text_add(edition, line, name->text, line->span)->isolate = true;
    text_add(edition, line, name->more, line->span);
    if (name->covering.length)
        covering_add(edition, line, name);
    else
        page_add(edition, line, name);
    line_link(line, str_join(edition->arena, STR("#"), name->target), name->text);
}

static struct block *letter_make(const void *context, size_t index, const struct block *parent,
                                 struct arena *arena) {
    const struct letters *letters = context;
    if (index == letters->count)
        return NULL;
    struct edition edition = letters->edition;
    edition.arena = arena;
    struct block *group = block_supplied(arena, parent, ROLE_SECTION, NO_SPAN);
    const struct name *name = &letters->names[letters->starts[index]];
    const struct name *end = &letters->names[letters->starts[index + 1]];
    line_add(&edition, group, ROLE_PARAGRAPH, "index_letter", name->letter, NO_SPAN);
    for (const struct name *first = name; name < end; name++)
        if (name == first || !says_the_same(name - 1, name))
            line_of(&edition, group, name);
    return group;
}

static void names_supply(struct indexer *indexer, struct block *parent) {
    struct arena *arena = indexer->edition->arena;
    const struct name *names = indexer->names.at;
    size_t count = indexer->names.count;
    struct letters *letters = arena_make(arena, struct letters, 1);
    letters->supply = (struct supply){letter_make, letters};
    letters->edition = *indexer->edition;
    letters->names = names;
    letters->starts = arena_make(arena, size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !str_equal(names[i].letter, names[i - 1].letter))
            letters->starts[letters->count++] = i;
    letters->starts[letters->count] = count;
    parent->supply = &letters->supply;
}

const char *index_label(enum directory_index kind) {
    static const char *const labels[] = {
        [INDEX_CITY] = "index_of_cities",
        [INDEX_COUNTRY] = "index_of_countries",
        [INDEX_HEAD] = "index_of_heads",
    };
    return labels[kind];
}

struct str index_block_id(enum directory_index kind) {
    return str_from(index_label(kind));
}

bool index_add(const struct edition *edition, struct block *parent, enum directory_index kind,
               const struct roll *roll) {
    struct indexer indexer = {.edition = edition};
    for (size_t i = 0; i < roll->count; i++) {
        if (kind == INDEX_CITY)
            add_city(&indexer, &roll->at[i]);
        else if (kind == INDEX_COUNTRY)
            add_country(&indexer, &roll->at[i]);
        else
            add_head(&indexer, &roll->at[i]);
    }
    if (indexer.names.count == 0)
        return false;
    qsort(indexer.names.at, indexer.names.count, sizeof *indexer.names.at, name_compare);
    struct str title = word(edition, index_label(kind));
    struct block *group = group_add(edition, parent, ROLE_INDEX, NO_SPAN);
    group->marks.guide = title;
    struct block *heading = line_add(edition, group, ROLE_H2, "index_title", title, NO_SPAN);
    heading->id = index_block_id(kind);
    heading->outline = title;
    heading->outline_level = 1;
    names_supply(&indexer, group);
    return true;
}
