/* The directory of missions. */
#include "base/array.h"
#include "publication/compose.h"
#include "publication/contents.h"
#include "publication/country.h"
#include "publication/entry.h"
#include "publication/index.h"
#include "publication/listing.h"
#include "publication/look.h"
#include "publication/release.h"
#include "publication/select.h"

#include <stdlib.h>

/* The title page begins this many lines of the grid below the others. */
enum { TITLE_DROP = 9, MOST_SLOTS = 5, MOST_INDEXES = INDEX_HEAD + 1 };

struct book {
    const struct edition *edition;
    const struct directory *directory;
    struct doc *doc;
    struct chosen_missions missions;
    struct roll roll;
    struct entry_fields fields;
    const struct mission *issuer;
    struct str title, edition_words, date;
    struct slot slots[MOST_SLOTS];
    struct block *contents; /* filled as the parts are made */
};

static struct str in_edition(const struct book *book, const struct text *text) {
    return text_in(text, book->edition->language);
}

static struct master *book_master(const struct book *book, const char *name) {
    struct master *master = look_list_master(book->edition, name, book->slots, MOST_SLOTS);
    if (book->directory->columns.given)
        master->columns = (int)book->directory->columns.value;
    return master;
}

static struct block *book_flow(struct book *book, const struct master *master, enum start start) {
    return doc_flow(book->doc, book->edition->arena, master, start)->root;
}

static void contents_entry(struct book *book, struct str title, struct str target) {
    contents_line(book->edition, book->contents, "index", title, book->contents->span, target);
}

/* ---- title page ---- */

static void title_page(struct book *book) {
    const struct edition *edition = book->edition;
    const struct directory *directory = book->directory;
    struct master *master = book_master(book, "title");
    master->bare = true;
    master->columns = 1;
    master->first_baseline += TITLE_DROP * master->grid;
    master->lines -= TITLE_DROP;
    struct block *root = book_flow(book, master, START_RECTO);
    line_add(edition, root, ROLE_PARAGRAPH, "title_page_state", in_edition(book, &directory->state),
             directory->state.span);
    if (book->issuer)
        line_add(edition, root, ROLE_PARAGRAPH, "title_page_issuer",
                 mission_masthead(edition, book->issuer), book->issuer->span);
    struct block *title =
        line_add(edition, root, ROLE_H1, "title_page_title", book->title, directory->title.span);
    if (title)
        title->marks.title = book->title;
    line_add(edition, root, ROLE_PARAGRAPH, "title_page_edition", book->edition_words,
             directory->edition.span);
    if (directory->edition.count)
        line_add(edition, root, ROLE_PARAGRAPH, "title_page_date", book->date,
                 directory->as_of.span);
    line_add(edition, root, ROLE_PARAGRAPH, "title_page_disclaimer",
             in_edition(book, &directory->disclaimer), directory->disclaimer.span);
}

/* ---- front matter ---- */

static void introduction(struct book *book) {
    const struct edition *edition = book->edition;
    if (!text_in(&book->directory->introduction, edition->language).length)
        return;
    struct block *root = book_flow(book, book_master(book, "front"), START_PAGE);
    struct block *section = group_add(edition, root, ROLE_SECTION, book->directory->span);
    section->marks.guide = book->title;
    struct markdown_place place = {.top_level = 2, .id_prefix = STR("introduction-")};
    markdown_add(edition, section, &book->directory->introduction, edition->language, &place);
}

static struct master *index_master(const struct book *book, const char *name) {
    struct master *master = look_list_master(book->edition, name, book->slots, MOST_SLOTS);
    if (book->edition->theme->index_columns.given)
        master->columns = (int)book->edition->theme->index_columns.value;
    return master;
}

static void contents_begin(struct book *book) {
    const struct edition *edition = book->edition;
    struct block *root = book_flow(book, index_master(book, "contents"), START_PAGE);
    struct block *section = group_add(edition, root, ROLE_SECTION, book->directory->span);
    struct str title = word(edition, "contents");
    section->marks.guide = title;
    struct block *heading =
        line_add(edition, section, ROLE_H2, "heading2", title, book->directory->span);
    heading->place = PLACE_FULL;
    heading->outline = title;
    heading->outline_level = 1;
    book->contents = contents_new(edition, section);
}

/* ---- body ---- */

static void ministry_add(struct book *book, struct block *root, const struct mission *ministry) {
    const struct edition *edition = book->edition;
    struct str name = mission_title(edition, ministry);
    struct block *group = group_add(edition, root, ROLE_SECTION, ministry->span);
    group->outline = name;
    group->outline_level = 1;
    group->marks.guide = mission_type_name(edition, ministry);
    line_add(edition, group, ROLE_H2, "ministry", name, ministry->name.span);
    entry_add(edition, group, ministry, &book->fields, ROLE_ARTIFACT);
    contents_entry(book, name, mission_block_id(edition, ministry));
}

static bool letter_known(const struct master *master, struct str letter) {
    return master->thumb_count && str_equal(master->thumbs[master->thumb_count - 1], letter);
}

/* Countries come in the order of the alphabet, so that equal letters follow each other. */
static void thumbs_set(struct book *book, struct master *master) {
    const struct edition *edition = book->edition;
    struct str *letters = arena_make(edition->arena, struct str, book->roll.count);
    master->thumbs = letters;
    master->thumb_width = edition->theme->thumb_width.value;
    master->thumb_height = edition->theme->thumb_height.value;
    master->thumb_style = style_of(edition, "thumb");
    for (size_t i = 0; i < book->roll.count; i = roll_country_end(&book->roll, i)) {
        struct str letter =
            locale_initial(edition->locale, edition->arena, book->roll.at[i].country);
        if (!letter_known(master, letter))
            letters[master->thumb_count++] = letter;
    }
}

static void contents_of_countries(struct book *book, size_t from, size_t end) {
    for (size_t i = from; i < end; i = roll_country_end(&book->roll, i))
        contents_entry(book, book->roll.at[i].country,
                       country_block_id(book->edition, &book->roll.at[i]));
}

static void contents_of_roll(struct book *book) {
    for (size_t i = 0; i < book->roll.count;) {
        size_t end = roll_part_end(&book->roll, i);
        struct str part = book->roll.at[i].part;
        if (part.length)
            line_add(book->edition, book->contents, ROLE_CONTENTS_ITEM, "contents_kicker", part,
                     book->directory->span);
        contents_of_countries(book, i, end);
        i = end;
    }
}

static void body(struct book *book) {
    const struct edition *edition = book->edition;
    struct master *master = book_master(book, "body");
    if (book->directory->order.value == DIRECTORY_BY_COUNTRY)
        thumbs_set(book, master);
    struct block *root = book_flow(book, master, START_PAGE);
    for (size_t i = 0; i < book->missions.count; i++)
        if (book->missions.at[i]->type.value == MISSION_MINISTRY)
            ministry_add(book, root, book->missions.at[i]);
    listing_add(edition, root, &book->roll, &book->fields, 2, 1);
    contents_of_roll(book);
}

/* ---- indexes ---- */

static bool index_wanted(const struct directory *directory, enum directory_index kind) {
    for (size_t i = 0; i < directory->indexes.count; i++)
        if (directory->indexes.at[i].value == (int)kind)
            return true;
    return false;
}

static void indexes(struct book *book) {
    const struct edition *edition = book->edition;
    if (book->directory->indexes.count == 0)
        return;
    struct block *root = book_flow(book, index_master(book, "index"), START_PAGE);
    for (int kind = 0; kind < MOST_INDEXES; kind++)
        if (index_wanted(book->directory, (enum directory_index)kind) &&
            index_add(edition, root, (enum directory_index)kind, &book->roll))
            contents_entry(book, word(edition, index_label((enum directory_index)kind)),
                           index_block_id((enum directory_index)kind));
}

/* ---- back matter: totals, legend, imprint ---- */

static struct block *back_section(struct book *book, struct block *root, const char *label) {
    const struct edition *edition = book->edition;
    struct str title = word(edition, label);
    struct block *section = group_add(edition, root, ROLE_SECTION, book->directory->span);
    section->marks.guide = title;
    struct block *heading =
        line_add(edition, section, ROLE_H2, "heading2", title, book->directory->span);
    heading->id = str_from(label);
    heading->outline = title;
    heading->outline_level = 1;
    contents_entry(book, title, heading->id);
    return section;
}

static void cell_add(const struct edition *edition, struct block *row, enum role role,
                     const char *style, struct str text) {
    struct block *cell = block_new(edition->arena, row, BLOCK_CELL, role, NULL, row->span);
    line_add(edition, cell, ROLE_PARAGRAPH, style, text, row->span);
}

static struct block *row_add(const struct edition *edition, struct block *table) {
    return block_new(edition->arena, table, BLOCK_ROW, ROLE_ROW, NULL, table->span);
}

static void total_row(const struct edition *edition, struct block *table, struct str name,
                      size_t count, bool last) {
    struct block *row = row_add(edition, table);
    cell_add(edition, row, ROLE_HEADER_CELL, last ? "table_head" : "table", name);
    cell_add(edition, row, ROLE_CELL, last ? "table_head_figure" : "table_figure",
             locale_number(edition->locale, edition->arena, (int64_t)count));
}

static void totals(struct book *book, struct block *root) {
    const struct edition *edition = book->edition;
    struct block *section = back_section(book, root, "totals");
    static const struct table_column columns[] = {{ALIGN_START, 0}, {ALIGN_END, 0}};
    struct block *table = block_new(edition->arena, section, BLOCK_TABLE, ROLE_TABLE,
                                    style_of(edition, "table"), book->directory->span);
    table->columns = columns;
    table->column_count = 2;
    table->header_rows = 1;
    struct block *head = row_add(edition, table);
    cell_add(edition, head, ROLE_HEADER_CELL, "table_head", word(edition, "missions_by_type"));
    cell_add(edition, head, ROLE_HEADER_CELL, "table_head_figure", word(edition, "total"));
    size_t counts[MISSION_TYPES] = {0};
    for (size_t i = 0; i < book->missions.count; i++)
        counts[book->missions.at[i]->type.value]++;
    for (int type = 0; type < MISSION_TYPES; type++)
        if (counts[type])
            total_row(edition, table, word(edition, mission_types.words[type]), counts[type],
                      false);
    total_row(edition, table, word(edition, "total"), book->missions.count, true);
}

/* The short labels of the facts that an entry may show, in the order of entries. */
static const char *const fact_labels[ENTRY_FIELDS] = {
    [ENTRY_HEAD] = "head",
    [ENTRY_ADDRESS] = "address",
    [ENTRY_ADDRESS_LOCAL] = "address_local",
    [ENTRY_POSTAL_ADDRESS] = "postal_address",
    [ENTRY_PHONE] = "telephone",
    [ENTRY_EMERGENCY] = "emergency",
    [ENTRY_FAX] = "fax",
    [ENTRY_EMAIL] = "e_mail",
    [ENTRY_WEBSITE] = "website",
    [ENTRY_SOCIAL] = "social",
    [ENTRY_HOURS] = "hours",
    [ENTRY_DISTRICT] = "district",
    [ENTRY_ACCREDITED] = "accredited",
    [ENTRY_NATIONAL_DAY] = "national_day",
    [ENTRY_TIME_ZONE] = "time_zone",
    [ENTRY_STATUS] = "status",
    [ENTRY_OPENED] = "opened",
    [ENTRY_NOTE] = "note",
    [ENTRY_AS_OF] = "as_of",
};

static bool field_shown(const struct directory *directory, int field) {
    for (size_t i = 0; i < directory->fields.count; i++)
        if (directory->fields.at[i].value == field)
            return true;
    return directory->fields.count == 0;
}

static void legend(struct book *book, struct block *root) {
    const struct edition *edition = book->edition;
    struct block *section = back_section(book, root, "legend");
    struct block *list = group_add(edition, section, ROLE_LIST, book->directory->span);
    for (int field = 0; field < ENTRY_FIELDS; field++) {
        if (!fact_labels[field] || !field_shown(book->directory, field))
            continue;
        struct str label = word(edition, fact_labels[field]);
        struct str about =
            word(edition, str_print(edition->arena, "about_%s", fact_labels[field]).at);
        if (str_equal(label, about))
            continue; /* it says all */
        struct block *item = paragraph_add(edition, list, ROLE_ITEM, "fact", list->span);
        run_add(&item->label, edition->arena, RUN_TEXT, style_of(edition, "fact_label"), label,
                item->span);
        text_add(edition, item, about, item->span);
    }
}

static int key_compare(const void *left, const void *right) {
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

/* The keys of the sources that the missions name, sorted. */
struct keys {
    ARRAY(struct str) at;
};

static struct keys keys_named(const struct book *book) {
    struct keys keys = {0};
    for (size_t i = 0; i < book->missions.count; i++) {
        const struct strings *named = &book->missions.at[i]->sources;
        for (size_t k = 0; k < named->count; k++)
            array_push(&keys.at, book->edition->arena, named->at[k].text);
    }
    if (keys.at.count)
        qsort(keys.at.at, keys.at.count, sizeof *keys.at.at, key_compare);
    return keys;
}

static bool key_named(const struct keys *keys, struct str key) {
    return keys->at.count &&
           bsearch(&key, keys->at.at, keys->at.count, sizeof *keys->at.at, key_compare);
}

static void sources(struct book *book, struct block *section) {
    const struct edition *edition = book->edition;
    const struct sources *all = &edition->model->sources;
    struct keys named = keys_named(book);
    struct block *list = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct source *source = &all->at[i];
        if (!key_named(&named, source->key.text))
            continue;
        if (!list)
            list = group_add(edition, section, ROLE_LIST, book->directory->span);
        struct block *item = paragraph_add(edition, list, ROLE_ITEM, "source", source->text.span);
        item->break_words = true;
        run_add(&item->label, edition->arena, RUN_TEXT, style_of(edition, "fact_label"),
                source->key.text, source->key.span);
        text_add(edition, item, source->text.text, source->text.span);
    }
}

static void colophon(struct book *book, struct block *section) {
    const struct edition *edition = book->edition;
    struct block *line =
        paragraph_add(edition, section, ROLE_PARAGRAPH, "colophon", book->directory->span);
    text_styled(edition, line, look_emphasis(edition->look, line->style, true, false), book->title,
                book->directory->span);
    text_add(edition, line, STR(". "), book->directory->span);
    text_add(edition, line, book->edition_words, book->directory->span);
    if (!book->issuer)
        return;
    text_add(edition, line, STR(". "), book->directory->span);
    text_add(edition, line, word(edition, "published_by"), book->directory->span);
    text_add(edition, line, STR(": "), book->directory->span);
    text_add(edition, line, mission_masthead(edition, book->issuer), book->directory->span);
}

static void imprint(struct book *book, struct block *root) {
    struct block *section = back_section(book, root, "sources");
    sources(book, section);
    colophon(book, section);
}

static void back_matter(struct book *book) {
    struct block *root = book_flow(book, book_master(book, "back"), START_PAGE);
    if (book->directory->totals.value)
        totals(book, root);
    if (book->directory->legend.value)
        legend(book, root);
    imprint(book, root);
}

/* ---- the whole ---- */

static void set_words(struct book *book) {
    const struct edition *edition = book->edition;
    const struct directory *directory = book->directory;
    book->title = in_edition(book, &directory->title);
    if (directory->as_of.date.year)
        book->date = locale_date(edition->locale, edition->arena, directory->as_of.date);
    book->edition_words = in_edition(book, &directory->edition);
    if (book->edition_words.length == 0 && book->date.length)
        book->edition_words = word_with(edition, "edition_of", "date", book->date);
    const struct slot slots[MOST_SLOTS] = {
        {.name = "issue", .text = book->title}, {.name = "edition", .text = book->edition_words},
        {.name = "date", .text = book->date},   {.name = "url", .text = STR("")},
        {.name = "ref", .text = STR("")},
    };
    for (size_t i = 0; i < MOST_SLOTS; i++)
        book->slots[i] = slots[i];
}

struct doc *directory_doc(const struct edition *edition, const struct directory *directory) {
    struct book book = {.edition = edition, .directory = directory};
    book.missions = select_missions(edition, directory);
    book.roll = roll_new(edition, book.missions.at, book.missions.count,
                         (enum roll_order)directory->order.value, true);
    book.fields = entry_fields_of(directory);
    book.issuer = mission_find(edition->model, directory->issuer.text);
    if (!book.issuer)
        book.issuer = ministry_find(edition->model);
    set_words(&book);
    book.doc = doc_begin(edition, book.title,
                         book.issuer ? mission_masthead(edition, book.issuer) : STR(""),
                         edition->language, directory->as_of.date, directory->id.text);
    title_page(&book);
    introduction(&book);
    contents_begin(&book);
    body(&book);
    indexes(&book);
    back_matter(&book);
    return book.doc;
}
