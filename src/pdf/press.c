#include "pdf/press.h"
#include "pdf/number.h"

enum { PROCESS_INKS = 4 };
#define SLUG_SIZE SP_OF_PT(6)
#define MARK_ROOM SP_OF_MM(12)
#define SLUG_LEFT SP_OF_MM(4)
#define SLUG_DISTANCE SP_OF_MM(11)

int64_t press_bleed(const struct page *page) {
    return milli(page->bleed);
}

int64_t press_margin(const struct page *page) {
    return milli(page->bleed + MARK_ROOM);
}

static struct str date_text(struct arena *arena, struct date date) {
    if (!date.year)
        return STR("");
    if (!date.month || !date.day)
        return str_print(arena, ", data of %d", date.year);
    return str_print(arena, ", data of %04d-%02d-%02d", date.year, date.month, date.day);
}

/* A double sheet has two sides; a page by itself is called a sheet too. */
static struct str sheet_text(const struct document *document, size_t page) {
    size_t count = document->pages->count;
    if (!document->options->press->imposition)
        return str_print(document->arena, "sheet %zu of %zu", page + 1, count);
    return str_print(document->arena, "sheet %zu of %zu, %s", page / 2 + 1, count / 2,
                     page % 2 ? "back" : "front");
}

static struct set_line set(const struct document *document, struct str text) {
    const struct line_setter *setter = &document->options->press->setter;
    return setter->set(setter->context, text, SLUG_SIZE, document->arena);
}

static struct item slug_item(const struct set_line *line, sp x, sp y) {
    struct item item = {.kind = ITEM_TEXT, .x = x, .y = y};
    item.text.words = line->words;
    item.text.count = line->count;
    item.text.expansion = 10000;
    item.text.size = SLUG_SIZE;
    return item;
}

/* A job whose name is too long for the line loses its end, never half a character. */
static struct set_line set_job(const struct document *document, struct str job, struct str rest,
                               sp room) {
    struct str text = str_print(document->arena, "%.*s%.*s", STR_ARGS(job), STR_ARGS(rest));
    struct set_line line = set(document, text);
    while (line.width > room && job.length) {
        job.length = job.length * 7 / 8;
        while (job.length && ((unsigned char)job.at[job.length] & 0xC0) == 0x80)
            job.length--;
        text = str_print(document->arena, "%.*s\xE2\x80\xA6%.*s", STR_ARGS(job), STR_ARGS(rest));
        line = set(document, text);
    }
    return line;
}

/* The names of the inks, each with the colour that puts it on its own plate, and their width. */
struct names {
    struct set_line *lines;
    struct colour *colours;
    size_t count;
    sp width;
};

static void add_name(const struct document *document, struct names *names, struct str name,
                     struct colour colour) {
    names->lines[names->count] = set(document, name);
    names->colours[names->count] = colour;
    names->width += names->lines[names->count++].width + SLUG_SIZE / 2;
}

static struct names set_names(const struct document *document, const struct spots *spots) {
    static const char *const words[] = {"Cyan", "Magenta", "Yellow", "Black"};
    static const struct colour inks[] = {
        {.cyan = 100}, {.magenta = 100}, {.yellow = 100}, {.key = 100}};
    size_t count = PROCESS_INKS + spots->count;
    struct names names = {.lines = arena_make(document->arena, struct set_line, count),
                          .colours = arena_make(document->arena, struct colour, count)};
    for (int i = 0; i < PROCESS_INKS; i++)
        add_name(document, &names, str_from(words[i]), inks[i]);
    for (size_t i = 0; i < spots->count; i++) {
        struct colour colour = spots->at[i].inks;
        colour.spot = (uint8_t)spots->at[i].number;
        add_name(document, &names, spots->at[i].name, colour);
    }
    return names;
}

static void set_slug(struct press *press, const struct document *document,
                     const struct names *names, size_t index) {
    const struct page *page = &press->pages->at[index];
    const struct page_meta *meta = &press->pages->meta;
    struct item *items = press->slugs + index * press->slug_count;
    struct str job = document->options->press->job, sheet = sheet_text(document, index);
    struct str date = date_text(document->arena, meta->date);
    struct str rest = str_print(document->arena, "%.*s, %.*s", STR_ARGS(date), STR_ARGS(sheet));
    sp x = SLUG_LEFT, y = page->height + page->bleed + SLUG_DISTANCE;
    sp room = page->width + page->bleed + MARK_ROOM - x - SLUG_SIZE - names->width;
    struct set_line line = set_job(document, job, rest, room);
    items[0] = slug_item(&line, x, y);
    x += line.width + SLUG_SIZE;
    for (size_t i = 0; i < names->count; i++) {
        items[1 + i] = slug_item(&names->lines[i], x, y);
        items[1 + i].colour = names->colours[i];
        x += names->lines[i].width + SLUG_SIZE / 2;
    }
}

struct press *press_new(const struct document *document) {
    if (!for_press(document))
        return NULL;
    struct press *press = arena_make(document->arena, struct press, 1);
    press->pages = document->pages;
    press->spots = spots_find(document);
    if (!document->options->press->setter.set)
        return press;
    struct names names = set_names(document, &press->spots);
    press->slug_count = 1 + names.count;
    press->slugs =
        arena_make(document->arena, struct item, press->pages->count * press->slug_count);
    for (size_t i = 0; i < press->pages->count; i++)
        set_slug(press, document, &names, i);
    return press;
}

const struct item *press_slug(const struct press *press, const struct page *page) {
    return press->slugs + (size_t)(page - press->pages->at) * press->slug_count;
}
