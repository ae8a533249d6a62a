#include "publication/index.h"
#include "base/array.h"
#include "publication/compose.h"
#include "publication/entry.h"
#include "publication/listing.h"

#include <stdlib.h>

struct name {
    const struct roll_entry *entry;
    struct str text, place; /* "Vienna", "Austria" */
    struct str key;
    bool of_country; /* it leads to the country, not to the mission */
};

struct indexer {
    const struct edition *edition;
    ARRAY(struct name) names;
};

/* Names below one letter. */
struct letter {
    struct str text;
    size_t start;
};

/* The names of an index once they are in order, made letter by letter. */
struct letters {
    struct supply supply;
    struct edition edition;
    const struct name *names;
    struct letter *at; /* the last one is the end */
    size_t count;
};

static struct str target_of(const struct edition *edition, const struct name *name) {
    return name->of_country ? country_block_id(edition, name->entry)
                            : mission_block_id(edition, name->entry->mission);
}

static struct str city_of(const struct edition *edition, const struct roll_entry *entry) {
    return text_in(&entry->mission->city, edition->language);
}

static void add_city(struct indexer *indexer, const struct roll_entry *entry) {
    struct str city = city_of(indexer->edition, entry);
    if (city.length && !entry->covers)
        array_push(&indexer->names, indexer->edition->arena,
                   (struct name){entry, city, entry->country, entry->city_key, false});
}

static bool same_country(const struct roll_entry *a, const struct roll_entry *b) {
    return str_equal(a->iso, b->iso) && str_equal(a->part, b->part) &&
           str_equal(a->country, b->country);
}

/* A country comes as often as it has missions, one after the other. */
static void add_country(struct indexer *indexer, const struct roll_entry *entry) {
    const struct name *last =
        indexer->names.count ? &indexer->names.at[indexer->names.count - 1] : NULL;
    if (last && last->of_country && !entry->covers && same_country(last->entry, entry))
        return;
    if (entry->country.length)
        array_push(
            &indexer->names, indexer->edition->arena,
            (struct name){entry, entry->country, STR(""), entry->country_key, !entry->covers});
}

/* Names stand as the data gives them; the family name, taken to be the last word, sorts them. */
static struct str family_name_first(const struct edition *edition, struct str name) {
    size_t at = name.length;
    while (at > 0 && name.at[at - 1] != ' ')
        at--;
    if (at == 0)
        return name;
    struct str family = str_part(name, at, SIZE_MAX), given = str_part(name, 0, at - 1);
    return str_join(edition->arena, family, STR(", "), given);
}

static void add_head(struct indexer *indexer, const struct roll_entry *entry) {
    const struct edition *edition = indexer->edition;
    struct str name = text_in(&entry->mission->head.name, edition->language);
    if (entry->covers || name.length == 0)
        return;
    struct str sorted = family_name_first(edition, name);
    array_push(&indexer->names, edition->arena,
               (struct name){entry, sorted, city_of(edition, entry),
                             locale_sort_key(edition->locale, edition->arena, sorted), false});
}

static int target_compare(const struct name *a, const struct name *b) {
    if (!a->of_country)
        return str_compare(a->entry->mission->id.text, b->entry->mission->id.text);
    int order = str_compare(a->entry->iso, b->entry->iso);
    return order ? order : str_compare(a->entry->part, b->entry->part);
}

static int name_compare(const void *left, const void *right) {
    const struct name *a = left, *b = right;
    int order = str_compare(a->key, b->key);
    if (order == 0)
        order = str_compare(a->place, b->place);
    if (order == 0)
        order = (int)a->entry->covers - (int)b->entry->covers;
    return order ? order : target_compare(a, b);
}

/* Missions of one city stand next to each other: the first page is enough. */
static bool says_the_same(const struct edition *edition, const struct name *a,
                          const struct name *b) {
    return str_equal(a->text, b->text) && str_equal(a->place, b->place) &&
           a->entry->covers == b->entry->covers &&
           (!a->entry->covers || str_equal(city_of(edition, a->entry), city_of(edition, b->entry)));
}

static void page_add(const struct edition *edition, struct block *line, struct str target) {
    /* U+2007: the number stays with a word. */
    text_add(edition, line, STR("\xE2\x80\x87"), line->span);
    struct run *page =
        run_add(&line->runs, edition->arena, RUN_PAGE, line->style, STR(""), line->span);
    page->target = target;
    page->isolate = true;
}

static void covering_add(const struct edition *edition, struct block *line, struct str city,
                         struct str target) {
    const struct style *style = style_of(edition, "index_reference");
    struct slot slots[] = {
        {.name = "name", .kind = RUN_TEXT, .text = city},
        {.name = "page", .kind = RUN_PAGE, .target = target},
    };
    text_styled(edition, line, style, STR(" "), line->span);
    template_runs(&line->runs, edition->arena, style, word(edition, "covered_from"), slots, 2,
                  line->span);
}

/* The whole line is one link: a better target to hit, and said once. */
static void line_of(const struct edition *edition, struct block *parent, const struct name *name) {
    struct block *line = paragraph_add(edition, parent, ROLE_PARAGRAPH, "index", parent->span);
    struct str target = target_of(edition, name), city = city_of(edition, name->entry);
    text_add(edition, line, name->text, line->span)->isolate = true;
    if (name->place.length)
        text_add(edition, line, str_join(edition->arena, STR(", "), name->place), line->span);
    if (name->entry->covers && city.length)
        covering_add(edition, line, city, target);
    else
        page_add(edition, line, target);
    line_link(line, str_join(edition->arena, STR("#"), target), name->text);
}

static struct block *letter_make(const void *context, size_t index, const struct block *parent,
                                 struct arena *arena) {
    const struct letters *letters = context;
    if (index == letters->count)
        return NULL;
    struct edition edition = letters->edition;
    edition.arena = arena;
    struct block *group = block_supplied(arena, parent, ROLE_SECTION, NO_SPAN);
    const struct letter *letter = &letters->at[index];
    const struct name *first = &letters->names[letter->start];
    const struct name *end = &letters->names[letter[1].start];
    line_add(&edition, group, ROLE_PARAGRAPH, "index_letter", letter->text, NO_SPAN);
    for (const struct name *name = first; name < end; name++)
        if (name == first || !says_the_same(&edition, name - 1, name))
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
    ARRAY(struct letter) all = {0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && str_equal(names[i].text, names[i - 1].text))
            continue;
        struct str letter = locale_initial(letters->edition.locale, arena, names[i].text);
        if (i == 0 || !str_equal(letter, all.at[all.count - 1].text))
            array_push(&all, arena, (struct letter){letter, i});
    }
    letters->count = all.count;
    array_push(&all, arena, (struct letter){.start = count});
    letters->at = all.at;
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
    if (kind != INDEX_COUNTRY)
        array_reserve(&indexer.names, edition->arena, roll->count);
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
