#include "pdf/sheets.h"
#include "base/array.h"
#include "base/workers.h"
#include "pdf/cache.h"
#include "pdf/links.h"
#include "pdf/marks.h"
#include "pdf/number.h"

/* Pages are worked on by so many, so that memory does not grow with their number. */
enum { MOST = 16, FEW_PAGES = 8 };

/* One page on its way. */
struct sheet {
    struct content content;
    struct buffer packed;
    struct watch watch; /* of the thread that encoded it */
};

/* Pages that are encoded together. */
struct group {
    struct sheet at[MOST];
    struct page_batch pages;
    size_t first; /* of them in the batch that was taken */
};

struct sheets {
    const struct document *document;
    struct content_source source;
    struct structure *structure;
    struct group groups[2];      /* one is encoded while the other is written */
    unsigned turn;               /* the group that is encoded, or was last */
    struct workers *workers;     /* NULL: nobody works */
    struct deflater **deflaters; /* one a worker; the first is that of the document */
    unsigned jobs;
    uint32_t fonts, resources; /* numbers of the font and the usual resource dictionary */
    uint32_t spaces;           /* of the dictionary of colour spaces, for the press */
    ARRAY(size_t) shown;       /* by image: the last page that lists it, plus one */
    struct buffer body;
};

static struct group *group_in_turn(struct sheets *sheets) {
    return &sheets->groups[sheets->turn];
}

static void encode_sheet(void *context, size_t index, unsigned worker) {
    struct sheets *sheets = context;
    struct group *group = group_in_turn(sheets);
    struct sheet *sheet = &group->at[index];
    struct watch *watch = sheets->document->options->watch ? &sheet->watch : NULL;
    if (watch) {
        *watch = (struct watch){0};
        watch_start(watch, sheets->document->options->watch->now, STAGE_WRITE);
    }
    deflater_measure(sheets->deflaters[worker], watch);
    content_clear(&sheet->content);
    content_encode(&sheets->source, &group->pages.at[index],
                   words_noted(sheets->source.words, group->first + index), &sheet->content);
    sheet->packed.length = 0;
    deflate_append(sheets->deflaters[worker], buffer_view(&sheet->content.bytes), &sheet->packed);
    watch_enter(watch, STAGE_WRITE);
}

static void start(struct sheets *sheets, struct page_batch pages, size_t first) {
    sheets->turn ^= 1;
    struct group *group = group_in_turn(sheets);
    group->pages = pages;
    group->first = first;
    unsigned jobs = pages.count < FEW_PAGES ? 1 : sheets->jobs;
    for (unsigned i = 1; i < jobs; i++)
        if (!sheets->deflaters[i])
            sheets->deflaters[i] = deflater_new(pdf_level(sheets->document->options));
    sheets->workers = workers_start(jobs, pages.count, encode_sheet, sheets);
}

/* What the threads measured is added; the time of the caller's own is
 * not counted twice. */
void sheets_wait(struct sheets *sheets) {
    struct watch *watch = sheets->document->options->watch;
    if (!sheets->workers)
        return;
    watch_enter(watch, STAGE_WRITE);
    workers_wait(sheets->workers);
    sheets->workers = NULL;
    if (!watch)
        return;
    watch->since = watch->now();
    deflater_measure(sheets->deflaters[0], watch);
    const struct group *group = group_in_turn(sheets);
    for (size_t i = 0; i < group->pages.count; i++)
        watch_add(watch, &group->at[i].watch);
}

static void write_spaces(struct sheets *sheets) {
    sheets->body.length = 0;
    buffer_text(&sheets->body, ALL_PLATES);
    spots_put(&sheets->source.press->spots, &sheets->body);
    writer_put(sheets->document->writer, sheets->spaces, buffer_view(&sheets->body));
}

static void put_press_resources(struct sheets *sheets) {
    if (sheets->spaces)
        buffer_print(&sheets->body, "/ColorSpace %u 0 R" OVERPRINT_STATES,
                     (unsigned)sheets->spaces);
}

void sheets_write_resources(struct sheets *sheets) {
    struct writer *writer = sheets->document->writer;
    const struct pdf_fonts *fonts = sheets->source.fonts;
    if (for_press(sheets->document))
        write_spaces(sheets);
    sheets->body.length = 0;
    for (uint32_t i = 0; i < pdf_fonts_count(fonts); i++)
        buffer_print(&sheets->body, "/F%u %u 0 R", (unsigned)i,
                     (unsigned)pdf_fonts_at(fonts, i)->number);
    writer_put(writer, sheets->fonts, buffer_view(&sheets->body));
    sheets->body.length = 0;
    buffer_print(&sheets->body, "/Font %u 0 R", (unsigned)sheets->fonts);
    put_press_resources(sheets);
    writer_put(writer, sheets->resources, buffer_view(&sheets->body));
}

/* Whether the page lists the image for the first time. */
static bool first_shown(struct sheets *sheets, uint32_t image, size_t page) {
    while (sheets->shown.count <= image)
        array_push(&sheets->shown, sheets->document->arena, 0);
    bool first = sheets->shown.at[image] != page + 1;
    sheets->shown.at[image] = page + 1;
    return first;
}

/* The usual resources, or with the page's images. Says whether one of them is transparent. */
static bool put_resources(struct sheets *sheets, const struct content *content, size_t page) {
    struct buffer *body = &sheets->body;
    const uint32_t *shown = (const uint32_t *)(const void *)content->images.at;
    size_t count = content->images.length / sizeof *shown;
    if (count == 0) {
        buffer_print(body, "/Resources %u 0 R", (unsigned)sheets->resources);
        return false;
    }
    const struct images *images = sheets->source.images;
    bool transparent = false;
    buffer_print(body, "/Resources<</Font %u 0 R/XObject<<", (unsigned)sheets->fonts);
    for (size_t i = 0; i < count; i++) {
        transparent = transparent || images_transparent(images, shown[i]);
        if (first_shown(sheets, shown[i], page))
            buffer_print(body, "/I%u %u 0 R", (unsigned)shown[i],
                         (unsigned)images_number(images, shown[i]));
    }
    buffer_text(body, ">>");
    put_press_resources(sheets);
    buffer_text(body, ">>");
    return transparent;
}

/* The trim and what is around it, when the sheet reaches `margin` beyond the trim. */
static void put_box(const char *name, const struct page *page, int64_t margin, int64_t around,
                    struct buffer *body) {
    int64_t low = margin - around, high = margin + around;
    int64_t box[] = {low, low, milli(page->width) + high, milli(page->height) + high};
    buffer_text(body, name);
    number_millis(body, box, 4);
    buffer_text(body, "]");
}

static void put_boxes(const struct page *page, bool press, struct buffer *body) {
    int64_t margin = press ? press_margin(page) : 0;
    put_box("/MediaBox[", page, margin, margin, body);
    put_box("/TrimBox[", page, margin, 0, body);
    put_box("/BleedBox[", page, margin, press ? press_bleed(page) : 0, body);
}

/* Nothing can be clicked on paper, and PDF/X wants no annotation inside the bleed. */
static size_t link_count(const struct document *document, const struct page *page) {
    return for_press(document) ? 0 : page->link_count;
}

static void put_annotations(size_t count, uint32_t first, struct buffer *body) {
    if (count == 0)
        return;
    buffer_text(body, "/Annots[");
    for (size_t i = 0; i < count; i++)
        number_reference(body, first + (uint32_t)i, 0);
    body->at[body->length - 1] = ']';
}

/* A page of a group while it is written; `index` among all pages. */
struct writing {
    const struct page *page;
    const struct sheet *sheet;
    const struct tags *tags;
    size_t index;
    uint32_t contents, first_link;
    uint32_t link_key; /* of the first link in the parent tree */
    bool tagged;
};

static void write_page(struct sheets *sheets, const struct writing *writing) {
    const struct document *document = sheets->document;
    struct buffer *body = &sheets->body;
    body->length = 0;
    buffer_print(body, "/Type/Page/Parent %u 0 R/Contents %u 0 R",
                 (unsigned)page_tree_parent(document->tree, writing->index),
                 (unsigned)writing->contents);
    put_boxes(writing->page, for_press(document), body);
    if (put_resources(sheets, &writing->sheet->content, writing->index))
        buffer_text(body, "/Group<</S/Transparency/CS/DeviceRGB>>");
    if (writing->tagged)
        buffer_print(body, "/StructParents %zu/Tabs/S", writing->index);
    put_annotations(link_count(document, writing->page), writing->first_link, body);
    writer_put(document->writer, page_number(document, writing->index), buffer_view(body));
}

static void add_to_structure(struct sheets *sheets, struct writing *writing) {
    const struct content *content = &writing->sheet->content;
    struct tagged_page tagged = {.page = writing->page,
                                 .index = writing->index,
                                 .marked = (const uint32_t *)(const void *)content->marked.at,
                                 .marked_count = content_marked_count(content),
                                 .first_link = writing->first_link};
    writing->link_key = structure_add_page(sheets->structure, &tagged);
}

static void write_sheet(struct sheets *sheets, struct writing *writing) {
    const struct document *document = sheets->document;
    struct writer *writer = document->writer;
    size_t links = link_count(document, writing->page);
    writing->contents = writer_reserve(writer, 1);
    writing->first_link = writer_reserve(writer, links);
    writer_identify(writer, buffer_view(&writing->sheet->content.bytes));
    writer_put_stream(writer, writing->contents, STR("/Filter/FlateDecode"),
                      buffer_view(&writing->sheet->packed));
    if (writing->tagged)
        add_to_structure(sheets, writing);
    write_page(sheets, writing);
    if (links)
        links_write(document, writing->tags, writing->page, writing->first_link, writing->link_key,
                    &sheets->body);
}

/* A group that is encoded. */
static void write_group(struct sheets *sheets, struct group *group, const struct tags *tags) {
    const struct page_batch *pages = &group->pages;
    for (size_t i = 0; i < pages->count; i++) {
        struct writing writing = {.page = &pages->at[i],
                                  .sheet = &group->at[i],
                                  .tags = tags,
                                  .index = pages->indexes[i],
                                  .tagged = sheets->structure && tags->count > 1};
        write_sheet(sheets, &writing);
    }
    group->pages.count = 0;
}

struct sheets *sheets_new(const struct document *document, const struct content_source *source,
                          struct structure *structure) {
    struct sheets *sheets = arena_make(document->arena, struct sheets, 1);
    sheets->document = document;
    sheets->source = *source;
    sheets->structure = structure;
    sheets->jobs = document->options->jobs ? document->options->jobs : workers_cores();
    sheets->deflaters = arena_make(document->arena, struct deflater *, sheets->jobs);
    sheets->deflaters[0] = cache_deflater(document->cache, pdf_level(document->options));
    if (for_press(document))
        sheets->spaces = writer_reserve(document->writer, 1);
    sheets->fonts = writer_reserve(document->writer, 1);
    sheets->resources = writer_reserve(document->writer, 1);
    return sheets;
}

void sheets_free(struct sheets *sheets) {
    sheets_wait(sheets);
    for (unsigned i = 1; i < sheets->jobs && sheets->deflaters[i]; i++)
        deflater_free(sheets->deflaters[i]);
    for (size_t group = 0; group < 2; group++)
        for (size_t i = 0; i < MOST; i++) {
            content_free(&sheets->groups[group].at[i].content);
            buffer_free(&sheets->groups[group].at[i].packed);
        }
    buffer_free(&sheets->body);
}

static struct page_batch part_of(const struct page_batch *batch, size_t from) {
    size_t left = batch->count - from;
    return (struct page_batch){batch->at + from, batch->indexes + from, left < MOST ? left : MOST,
                               batch->tags};
}

void sheets_take(struct sheets *sheets, const struct page_batch *batch) {
    for (size_t from = 0; from < batch->count; from += MOST) {
        sheets_wait(sheets);
        struct group *done = group_in_turn(sheets);
        start(sheets, part_of(batch, from), from);
        write_group(sheets, done, &batch->tags);
    }
}

void sheets_settle(struct sheets *sheets, const struct tags *tags) {
    sheets_wait(sheets);
    write_group(sheets, group_in_turn(sheets), tags);
}
