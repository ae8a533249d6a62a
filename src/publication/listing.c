#include "publication/listing.h"
#include "publication/compose.h"
#include "publication/country.h"

struct lister {
    const struct edition *edition;
    struct roll roll;
    struct entry_fields fields;
};

/* Countries below one heading, made one at a time. */
struct countries {
    struct supply supply;
    struct lister lister;
    size_t *starts; /* in the roll; the last one is the end */
    size_t count;
    int level, outline_level;
};

static enum role heading_role(int level) {
    return (enum role)(ROLE_H1 + (level > 6 ? 5 : level - 1));
}

struct str country_block_id(const struct edition *edition, const struct roll_entry *entry) {
    struct str dash = entry->part.length ? STR("-") : STR("");
    return str_join(edition->arena, STR("country-"), entry->iso, dash, entry->part);
}

static void country_heading(const struct lister *lister, struct block *group,
                            const struct roll_entry *entry, int level) {
    const struct edition *edition = lister->edition;
    struct block *heading = line_add(edition, group, heading_role(level), "country", entry->country,
                                     entry->mission->country.span);
    if (!heading)
        return;
    struct str language;
    struct str local = country_local_name(edition, entry->iso, entry->country, &language);
    if (local.length == 0)
        return;
    text_add(edition, heading, STR("\xE2\x80\x82"), heading->span); /* en space */
    struct run *run =
        text_styled(edition, heading, style_of(edition, "country_local"), local, heading->span);
    run->language = language;
}

static void covered_add(const struct lister *lister, struct block *group,
                        const struct roll_entry *entry) {
    const struct edition *edition = lister->edition;
    struct str target = mission_block_id(edition, entry->mission);
    struct str city = text_in(&entry->mission->city, edition->language);
    struct slot slots[] = {
        {.name = "name", .kind = RUN_TEXT, .text = city},
        {.name = "page", .kind = RUN_PAGE, .target = target},
    };
    struct block *line = template_add(edition, group, ROLE_PARAGRAPH, "cross_reference",
                                      word(edition, "covered_from"), slots, 2);
    line_link(line, str_join(edition->arena, STR("#"), target), city);
}

static struct block *continued_heading(const struct edition *edition, struct str name) {
    struct block *block = paragraph_add(edition, NULL, ROLE_ARTIFACT, "country_continued", NO_SPAN);
    text_add(edition, block, word_with(edition, "continued", "name", name), block->span);
    return block;
}

static struct block *country_new(const struct lister *lister, const struct block *parent,
                                 size_t from, size_t end, int level, int outline_level) {
    const struct edition *edition = lister->edition;
    const struct roll_entry *first = &lister->roll.at[from];
    struct block *group =
        block_supplied(edition->arena, parent, ROLE_SECTION, first->mission->country.span);
    group->id = country_block_id(edition, first);
    group->outline = first->country;
    group->outline_level = outline_level;
    group->marks.guide = first->country;
    if (first->part.length == 0)
        group->marks.thumb = locale_initial(edition->locale, edition->arena, first->country);
    group->continued = continued_heading(edition, first->country);
    country_heading(lister, group, first, level);
    for (size_t i = from; i < end; i++) {
        const struct roll_entry *entry = &lister->roll.at[i];
        if (entry->covers)
            covered_add(lister, group, entry);
        else
            entry_add(edition, group, entry->mission, &lister->fields, heading_role(level + 1));
    }
    return group;
}

static struct block *country_make(const void *context, size_t index, const struct block *parent,
                                  struct arena *arena) {
    const struct countries *countries = context;
    if (index == countries->count)
        return NULL;
    struct lister lister = countries->lister;
    struct edition edition = *lister.edition;
    edition.arena = arena;
    lister.edition = &edition;
    return country_new(&lister, parent, countries->starts[index], countries->starts[index + 1],
                       countries->level, countries->outline_level);
}

static void countries_supply(const struct lister *lister, struct block *parent, size_t from,
                             size_t end, int level, int outline_level) {
    struct arena *arena = lister->edition->arena;
    struct countries *countries = arena_make(arena, struct countries, 1);
    countries->supply = (struct supply){country_make, countries};
    countries->lister = *lister;
    countries->starts = arena_make(arena, size_t, end - from + 1);
    countries->level = level;
    countries->outline_level = outline_level;
    for (size_t i = from; i < end; i = roll_country_end(&lister->roll, i))
        countries->starts[countries->count++] = i;
    countries->starts[countries->count] = end;
    parent->supply = &countries->supply;
}

/* A region or a type, with its countries one level below. */
static void part_add(const struct lister *lister, struct block *parent, size_t from, size_t end,
                     int level, int outline_level) {
    const struct edition *edition = lister->edition;
    struct str title = lister->roll.at[from].part;
    struct block *group = group_add(edition, parent, ROLE_SECTION, NO_SPAN);
    group->outline = title;
    group->outline_level = outline_level;
    group->marks.section = title;
    line_add(edition, group, heading_role(level), "part", title,
             lister->roll.at[from].mission->region.span);
    countries_supply(lister, group, from, end, level + 1, outline_level + 1);
}

/* Those of no part come first: no title sorts before another. */
static size_t partless_end(const struct roll *roll) {
    size_t end = 0;
    while (end < roll->count && roll->at[end].part.length == 0)
        end++;
    return end;
}

void listing_add(const struct edition *edition, struct block *parent, const struct roll *roll,
                 const struct entry_fields *fields, int level, int outline_level) {
    struct edition *own = arena_make(edition->arena, struct edition, 1);
    *own = *edition;
    struct lister lister = {own, *roll, *fields};
    size_t from = partless_end(roll);
    bool parts = from < roll->count;
    if (from)
        countries_supply(&lister,
                         parts ? group_add(edition, parent, ROLE_SECTION, NO_SPAN) : parent, 0,
                         from, level, outline_level);
    for (size_t end; from < roll->count; from = end) {
        end = roll_part_end(roll, from);
        part_add(&lister, parent, from, end, level, outline_level);
    }
}
