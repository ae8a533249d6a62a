#include "publication/listing.h"
#include "publication/compose.h"
#include "publication/country.h"

struct lister {
    const struct edition *edition;
    const struct roll *roll;
    const struct entry_fields *fields;
    int level, outline_level;
};

static enum role heading_role(int level) {
    return (enum role)(ROLE_H1 + (level > 6 ? 5 : level - 1));
}

struct str country_block_id(const struct edition *edition, const struct roll_entry *entry) {
    const char *dash = entry->part.length ? "-" : "";
    return str_print(edition->arena, "country-%.*s%s%.*s", STR_ARGS(entry->iso), dash,
                     STR_ARGS(entry->part));
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
    struct str link = str_join(edition->arena, STR("#"), target);
    struct str city = text_in(&entry->mission->city, edition->language);
    struct slot slots[] = {
        {.name = "name", .kind = RUN_TEXT, .text = city, .link = link},
        {.name = "page", .kind = RUN_PAGE, .target = target, .link = link},
    };
    template_add(edition, group, ROLE_PARAGRAPH, "cross_reference", word(edition, "covered_from"),
                 slots, 2);
}

static struct block *continued_heading(const struct edition *edition, struct str name) {
    struct block *block = paragraph_add(edition, NULL, ROLE_ARTIFACT, "country_continued", NO_SPAN);
    text_add(edition, block, word_with(edition, "continued", "name", name), block->span);
    return block;
}

static void country_add(const struct lister *lister, struct block *parent, size_t from, size_t end,
                        int level, int outline_level) {
    const struct edition *edition = lister->edition;
    const struct roll_entry *first = &lister->roll->at[from];
    struct block *group = group_add(edition, parent, ROLE_SECTION, first->mission->country.span);
    group->id = country_block_id(edition, first);
    group->outline = first->country;
    group->outline_level = outline_level;
    group->marks.guide = first->country;
    if (first->part.length == 0)
        group->marks.thumb = locale_initial(edition->locale, edition->arena, first->country);
    group->continued = continued_heading(edition, first->country);
    country_heading(lister, group, first, level);
    for (size_t i = from; i < end; i++) {
        const struct roll_entry *entry = &lister->roll->at[i];
        if (entry->covers)
            covered_add(lister, group, entry);
        else
            entry_add(edition, group, entry->mission, lister->fields, heading_role(level + 1));
    }
}

static void countries_add(const struct lister *lister, struct block *parent, size_t from,
                          size_t end, int level, int outline_level) {
    for (size_t i = from; i < end;) {
        size_t country_end = roll_country_end(lister->roll, i);
        country_add(lister, parent, i, country_end, level, outline_level);
        i = country_end;
    }
}

/* A region or a type, with its countries one level below. */
static void part_add(const struct lister *lister, struct block *parent, size_t from, size_t end) {
    const struct edition *edition = lister->edition;
    struct str title = lister->roll->at[from].part;
    struct block *group = group_add(edition, parent, ROLE_SECTION, NO_SPAN);
    group->outline = title;
    group->outline_level = lister->outline_level;
    group->marks.section = title;
    line_add(edition, group, heading_role(lister->level), "part", title,
             lister->roll->at[from].mission->region.span);
    countries_add(lister, group, from, end, lister->level + 1, lister->outline_level + 1);
}

void listing_add(const struct edition *edition, struct block *parent, const struct roll *roll,
                 const struct entry_fields *fields, int level, int outline_level) {
    struct lister lister = {edition, roll, fields, level, outline_level};
    for (size_t i = 0; i < roll->count;) {
        size_t end = roll_part_end(roll, i);
        if (roll->at[i].part.length)
            part_add(&lister, parent, i, end);
        else
            countries_add(&lister, parent, i, end, level, outline_level);
        i = end;
    }
}
