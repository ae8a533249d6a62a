/* The weekly bulletin. */
#include "base/array.h"
#include "publication/compose.h"
#include "publication/contents.h"
#include "publication/entry.h"
#include "publication/listing.h"
#include "publication/look.h"
#include "publication/release.h"
#include "publication/select.h"

enum { MOST_SLOTS = 5 };
static const struct str listing_id = {"missions", 8};

/* Releases under one title. */
struct part {
    struct str title;
    ARRAY(const struct release *) releases;
};

struct issue {
    const struct edition *edition;
    const struct bulletin *bulletin;
    struct doc *doc;
    struct chosen_releases releases;
    ARRAY(struct part) parts;
    struct chosen_missions missions; /* of the listing */
    bool *listed;                    /* by index of the model's missions */
    const struct mission *issuer;
    struct str name, number, dates, listing_title;
    struct slot slots[MOST_SLOTS];
    bool begun;   /* the first release is written */
    size_t notes; /* so far: their numbers go on through the issue */
};

/* ---- what is in the issue ---- */

static bool section_takes(const struct issue *issue, const struct bulletin_section *section,
                          const struct release *release) {
    for (size_t i = 0; i < section->tags.count; i++)
        if (strings_have(&release->tags, section->tags.at[i].text))
            return true;
    for (size_t i = 0; i < section->releases.count; i++) {
        const struct release *named =
            release_find(issue->edition->model, section->releases.at[i].text);
        if (named && release_in(issue->edition->model, named, issue->edition->language) == release)
            return true;
    }
    return false;
}

static struct part *part_add(struct issue *issue, struct str title) {
    struct part *part = array_add(&issue->parts, issue->edition->arena);
    part->title = title;
    return part;
}

/* Releases that no section takes follow under the section that they name themselves. */
static struct part *part_of_release(struct issue *issue, const struct release *release,
                                    size_t first) {
    for (size_t i = first; i < issue->parts.count; i++)
        if (str_equal(issue->parts.at[i].title, release->section.text))
            return &issue->parts.at[i];
    return part_add(issue, release->section.text);
}

static void divide(struct issue *issue) {
    struct arena *arena = issue->edition->arena;
    bool *taken = arena_make(arena, bool, issue->releases.count);
    for (size_t i = 0; i < issue->bulletin->sections.count; i++) {
        const struct bulletin_section *section = &issue->bulletin->sections.at[i];
        struct part *part = part_add(issue, text_in(&section->title, issue->edition->language));
        for (size_t k = 0; k < issue->releases.count; k++) {
            if (taken[k] || !section_takes(issue, section, issue->releases.at[k]))
                continue;
            taken[k] = true;
            array_push(&part->releases, arena, issue->releases.at[k]);
        }
    }
    size_t sections = issue->parts.count;
    for (size_t k = 0; k < issue->releases.count; k++)
        if (!taken[k]) {
            struct part *part = part_of_release(issue, issue->releases.at[k], sections);
            array_push(&part->releases, arena, issue->releases.at[k]);
        }
}

static void list_mission(struct issue *issue, const struct mission *mission) {
    size_t place = (size_t)(mission - issue->edition->model->missions.at);
    if (issue->listed[place])
        return;
    issue->listed[place] = true;
    issue->missions.at[issue->missions.count++] = mission;
}

static void list_concerned(struct issue *issue) {
    for (size_t i = 0; i < issue->releases.count; i++) {
        const struct strings *ids = &issue->releases.at[i]->missions;
        for (size_t k = 0; k < ids->count; k++) {
            const struct mission *mission = mission_find(issue->edition->model, ids->at[k].text);
            if (mission && mission->type.value != MISSION_MINISTRY)
                list_mission(issue, mission);
        }
    }
}

static void choose_missions(struct issue *issue) {
    const struct missions *all = &issue->edition->model->missions;
    struct arena *arena = issue->edition->arena;
    issue->listed = arena_make(arena, bool, all->count);
    issue->missions.at = arena_make(arena, const struct mission *, all->count);
    int listing = issue->bulletin->listing.value;
    if (listing == LISTING_CONCERNED)
        list_concerned(issue);
    else if (listing != LISTING_NONE)
        for (size_t i = 0; i < all->count; i++)
            if (all->at[i].type.value != MISSION_MINISTRY)
                list_mission(issue, &all->at[i]);
    issue->listing_title =
        word(issue->edition, listing == LISTING_CONCERNED ? "missions_concerned" : "all_missions");
}

/* ---- front page ---- */

static void line_cell(const struct issue *issue, struct block *row, const char *style,
                      struct str text) {
    struct block *cell =
        block_new(issue->edition->arena, row, BLOCK_CELL, ROLE_CELL, NULL, row->span);
    line_add(issue->edition, cell, ROLE_PARAGRAPH, style, text, row->span);
}

/* Number, volume, dates and ISSN in one row between rules. */
static void masthead_line(const struct issue *issue, struct block *masthead) {
    const struct edition *edition = issue->edition;
    const struct bulletin *bulletin = issue->bulletin;
    static const struct table_column columns[] = {
        {ALIGN_START, 0}, {ALIGN_CENTRE, 0}, {ALIGN_CENTRE, 0}, {ALIGN_END, 0}};
    rule_add(edition, masthead, "masthead_rule", PLACE_COLUMN);
    struct block *table = block_new(edition->arena, masthead, BLOCK_TABLE, ROLE_TABLE,
                                    style_of(edition, "masthead_line"), bulletin->span);
    struct block *row = block_new(edition->arena, table, BLOCK_ROW, ROLE_ROW, NULL, bulletin->span);
    line_cell(issue, row, "masthead_line", issue->number);
    if (bulletin->volume.given)
        line_cell(issue, row, "masthead_line_middle",
                  word_with(edition, "volume", "volume",
                            str_print(edition->arena, "%lld", (long long)bulletin->volume.value)));
    line_cell(issue, row, "masthead_line_middle", issue->dates);
    if (bulletin->issn.text.length)
        line_cell(issue, row, "masthead_line_end",
                  str_print(edition->arena, "%.*s" NO_BREAK_SPACE "%.*s",
                            STR_ARGS(word(edition, "issn")), STR_ARGS(bulletin->issn.text)));
    for (const struct block *cell = row->first; cell; cell = cell->next)
        table->column_count++;
    table->columns = columns;
    rule_add(edition, masthead, "masthead_rule_end", PLACE_COLUMN);
}

static void masthead_add(const struct issue *issue, struct block *root) {
    const struct edition *edition = issue->edition;
    struct block *masthead = group_add(edition, root, ROLE_SECTION, issue->bulletin->span);
    masthead->place = PLACE_FULL;
    masthead->keep_together = masthead->keep_with_next = true;
    logo_add(edition, masthead);
    if (issue->issuer)
        line_add(edition, masthead, ROLE_PARAGRAPH, "masthead_body",
                 mission_masthead(edition, issue->issuer), issue->issuer->span);
    struct block *name = line_add(edition, masthead, ROLE_H1, "masthead_name", issue->name,
                                  issue->bulletin->name.span);
    if (name)
        name->marks.title = issue->name;
    masthead_line(issue, masthead);
}

static void imprint_add(const struct issue *issue, struct block *root) {
    const struct edition *edition = issue->edition;
    struct block *side = group_add(edition, root, ROLE_SECTION, issue->bulletin->imprint.span);
    side->place = PLACE_SIDE;
    for (size_t i = 0; i < issue->bulletin->imprint.count; i++) {
        const struct text *text = &issue->bulletin->imprint.at[i];
        struct block *line = paragraph_add(edition, side, ROLE_PARAGRAPH, "side", text->span);
        line->break_words = true;
        markdown_line(edition, line, text, edition->language);
    }
}

static void contents_kicker(const struct issue *issue, struct block *contents, struct str title) {
    line_add(issue->edition, contents, ROLE_CONTENTS_ITEM, "contents_kicker", title, NO_SPAN);
}

/* The same words do not stand over two parts of the contents. */
static struct str listing_kicker(const struct issue *issue) {
    struct str kicker = word(issue->edition, "missions_listing");
    for (size_t i = 0; i < issue->parts.count; i++)
        if (str_equal(issue->parts.at[i].title, kicker))
            return word(issue->edition, "related");
    return kicker;
}

static void contents_release(const struct edition *edition, struct block *contents,
                             const struct release *release) {
    contents_line(edition, contents, "contents", release->title.text, release->title.span,
                  release_block_id(edition, release));
}

static void contents_add(const struct issue *issue, struct block *root) {
    const struct edition *edition = issue->edition;
    struct block *contents = contents_new(edition, root);
    for (size_t i = 0; i < issue->parts.count; i++) {
        const struct part *part = &issue->parts.at[i];
        if (part->releases.count)
            contents_kicker(issue, contents, part->title);
        for (size_t k = 0; k < part->releases.count; k++)
            contents_release(edition, contents, part->releases.at[k]);
    }
    if (issue->missions.count == 0)
        return;
    contents_kicker(issue, contents, listing_kicker(issue));
    contents_line(edition, contents, "contents", issue->listing_title, contents->span, listing_id);
}

/* ---- releases ---- */

/* The id of the release or of its translation into the first language that has one. */
static struct str counterpart_key(const struct issue *issue, const struct release *release) {
    const struct strings *languages = &issue->bulletin->languages;
    for (size_t i = 0; i < languages->count; i++) {
        const struct release *other =
            release_in(issue->edition->model, release, languages->at[i].text);
        if (other)
            return other->id.text;
    }
    return release->id.text;
}

static void counterpart_add(const struct issue *issue, struct str key, struct str id,
                            struct block *block) {
    array_push(&issue->doc->counterparts, issue->edition->arena,
               (struct counterpart){.key = key, .id = id, .block = block});
}

/* Lines that must be left below the rule: the white above it is among those of the theme. */
static int lines_needed(const struct edition *edition) {
    sp grid = edition->theme->grid.value, white = style_of(edition, "separator")->above;
    int lines = (int)edition->theme->front_lines.value - (int)(grid > 0 ? white / grid : 0);
    return lines > 1 ? lines : 1;
}

static void part_write(struct issue *issue, const struct part *part, struct block *root) {
    const struct edition *edition = issue->edition;
    for (size_t i = 0; i < part->releases.count; i++) {
        const struct release *release = part->releases.at[i];
        struct block *group = group_add(edition, root, ROLE_SECTION, release->span);
        group->need_lines = lines_needed(edition);
        group->need_start = START_PAGE;
        group->side_flows = !issue->begun; /* the front page is not left white for it */
        issue->begun = true;
        rule_add(edition, group, "separator", PLACE_FULL);
        struct release_place place = {
            .level = 2,
            .id_prefix = str_join(edition->arena, release->id.text, STR("-")),
            .listed = issue->missions.count ? issue->listed : NULL,
            .kicker = part->title,
            .notes = issue->notes,
        };
        release_add(edition, group, release, &place);
        issue->notes = place.notes;
        counterpart_add(issue, counterpart_key(issue, release), release_block_id(edition, release),
                        group);
    }
}

/* ---- listing ---- */

/* All but the headings are small lines: where some number of them fills the page, they are its
 * grid, and columns end level. */
static void grid_of_facts(const struct edition *edition, struct master *master) {
    sp height = master->grid * master->lines, leading = style_of(edition, "fact")->leading;
    if (leading <= 0 || height % leading)
        return;
    master->grid = leading;
    master->lines = (int)(height / leading);
}

static void listing_write(const struct issue *issue) {
    const struct edition *edition = issue->edition;
    if (issue->missions.count == 0)
        return;
    int listing = issue->bulletin->listing.value;
    struct master *master = look_list_master(edition, "listing", issue->slots, MOST_SLOTS);
    grid_of_facts(edition, master);
    struct block *root = doc_flow(issue->doc, edition->arena, master, START_PAGE)->root;
    struct block *heading =
        line_add(edition, root, ROLE_H2, "listing_title", issue->listing_title, NO_SPAN);
    heading->place = PLACE_FULL;
    heading->id = listing_id;
    counterpart_add(issue, listing_id, listing_id, heading);
    heading->outline = issue->listing_title;
    heading->outline_level = 1;
    heading->marks.title = issue->listing_title;
    enum roll_order order = listing == LISTING_REGION ? ROLL_BY_REGION
                            : listing == LISTING_TYPE ? ROLL_BY_TYPE
                                                      : ROLL_BY_COUNTRY;
    struct roll roll =
        roll_new(edition, issue->missions.at, issue->missions.count, order, listing == LISTING_ALL);
    struct entry_fields fields = entry_fields_all();
    listing_add(edition, root, &roll, &fields, 3, 2);
}

/* ---- the whole ---- */

static void set_words(struct issue *issue) {
    const struct edition *edition = issue->edition;
    const struct bulletin *bulletin = issue->bulletin;
    issue->name = text_in(&bulletin->name, edition->language);
    issue->number =
        word_with(edition, "number", "number",
                  str_print(edition->arena, "%lld/%d", (long long)bulletin->number.value,
                            (int)bulletin->to.date.year));
    issue->dates =
        locale_date_range(edition->locale, edition->arena, bulletin->from.date, bulletin->to.date);
    const struct slot slots[MOST_SLOTS] = {
        {.name = "issue",
         .text = str_print(edition->arena, "%.*s \xC2\xB7 %.*s", STR_ARGS(issue->name),
                           STR_ARGS(issue->number))},
        {.name = "date", .text = issue->dates},
        {.name = "url", .text = web_display(bulletin->url.text)},
        {.name = "edition", .text = issue->number},
        {.name = "ref", .text = STR("")},
    };
    for (size_t i = 0; i < MOST_SLOTS; i++)
        issue->slots[i] = slots[i];
}

static struct doc *issue_doc(const struct issue *issue) {
    const struct edition *edition = issue->edition;
    const struct string *url = &issue->bulletin->url;
    struct str title =
        str_print(edition->arena, "%.*s, %.*s", STR_ARGS(issue->name), STR_ARGS(issue->number));
    struct str author = issue->issuer ? mission_masthead(edition, issue->issuer) : STR("");
    struct doc *doc = doc_begin(edition, title, author, edition->language, issue->bulletin->to.date,
                                url->text.length ? url->text : issue->bulletin->id.text);
    doc->meta.subject = issue->dates;
    return doc;
}

struct doc *bulletin_doc(const struct edition *edition, const struct bulletin *bulletin) {
    struct issue issue = {.edition = edition, .bulletin = bulletin};
    issue.issuer = mission_find(edition->model, bulletin->issuer.text);
    if (!issue.issuer)
        issue.issuer = ministry_find(edition->model);
    issue.releases = select_releases(edition, bulletin);
    divide(&issue);
    choose_missions(&issue);
    set_words(&issue);
    issue.doc = issue_doc(&issue);
    struct master *master = look_master(edition, "bulletin", issue.slots, MOST_SLOTS);
    master->first_bare = true;
    struct block *root = doc_flow(issue.doc, edition->arena, master, START_PAGE)->root;
    masthead_add(&issue, root);
    imprint_add(&issue, root);
    contents_add(&issue, root);
    for (size_t i = 0; i < issue.parts.count; i++)
        part_write(&issue, &issue.parts.at[i], root);
    listing_write(&issue);
    return issue.doc;
}
