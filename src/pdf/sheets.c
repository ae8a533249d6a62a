#include "pdf/sheets.h"
#include "base/workers.h"
#include "pdf/cache.h"
#include "pdf/links.h"
#include "pdf/marks.h"
#include "pdf/number.h"
#include "pdf/page_tree.h"
#include <stdlib.h>

/* Pages are worked on in batches, so that memory does not grow with their number. */
enum { BATCH = 32, FEW_PAGES = 16 };

/* One page in a batch. */
struct sheet {
    struct content content;
    struct buffer packed;
    struct watch watch; /* of the thread that encoded it */
};

struct sheets {
    const struct document *document;
    const struct content_source *source;
    struct structure *structure;
    struct sheet at[BATCH];
    struct deflater **deflaters; /* one a worker; the first is that of the document */
    unsigned jobs;
    size_t first; /* page of the batch */
    uint32_t first_node;
    uint32_t fonts, resources; /* numbers of the font and the usual resource dictionary */
    uint32_t spaces;           /* of the dictionary of colour spaces, for the press */
    uint32_t *shown;           /* by image: the last page that lists it, plus one */
    struct buffer body;
};

static void encode_sheet(void *context, size_t index, unsigned worker) {
    struct sheets *sheets = context;
    struct sheet *sheet = &sheets->at[index];
    struct watch *watch = sheets->document->options->watch ? &sheet->watch : NULL;
    if (watch) {
        *watch = (struct watch){0};
        watch_start(watch, sheets->document->options->watch->now, STAGE_WRITE);
    }
    deflater_measure(sheets->deflaters[worker], watch);
    content_clear(&sheet->content);
    content_encode(sheets->source, &sheets->document->pages->at[sheets->first + index],
                   &sheet->content);
    sheet->packed.length = 0;
    deflate_append(sheets->deflaters[worker], buffer_view(&sheet->content.bytes), &sheet->packed);
    watch_enter(watch, STAGE_WRITE);
}

/* What the threads measured; the time of the caller's own is not counted twice. */
static void encode_batch(struct sheets *sheets, size_t batch) {
    struct watch *watch = sheets->document->options->watch;
    if (!watch) {
        workers_run(sheets->jobs, batch, encode_sheet, sheets);
        return;
    }
    watch_enter(watch, STAGE_WRITE);
    workers_run(sheets->jobs, batch, encode_sheet, sheets);
    watch->since = watch->now();
    deflater_measure(sheets->deflaters[0], watch);
    for (size_t i = 0; i < batch; i++)
        watch_add(watch, &sheets->at[i].watch);
}

static void write_spaces(struct sheets *sheets) {
    sheets->spaces = writer_reserve(sheets->document->writer, 1);
    sheets->body.length = 0;
    buffer_text(&sheets->body, ALL_PLATES);
    spots_put(&sheets->source->press->spots, &sheets->body);
    writer_put(sheets->document->writer, sheets->spaces, buffer_view(&sheets->body));
}

static void put_press_resources(struct sheets *sheets) {
    if (sheets->spaces)
        buffer_print(&sheets->body, "/ColorSpace %u 0 R" OVERPRINT_STATES,
                     (unsigned)sheets->spaces);
}

static void write_resources(struct sheets *sheets) {
    struct writer *writer = sheets->document->writer;
    const struct pdf_fonts *fonts = sheets->source->fonts;
    if (for_press(sheets->document))
        write_spaces(sheets);
    sheets->fonts = writer_reserve(writer, 1);
    sheets->resources = writer_reserve(writer, 1);
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

/* The usual resources, or with the page's images. Says whether one of them is transparent. */
static bool put_resources(struct sheets *sheets, const struct content *content, size_t page) {
    struct buffer *body = &sheets->body;
    const uint32_t *images = (const uint32_t *)(const void *)content->images.at;
    size_t count = content->images.length / sizeof *images;
    if (count == 0) {
        buffer_print(body, "/Resources %u 0 R", (unsigned)sheets->resources);
        return false;
    }
    bool transparent = false;
    buffer_print(body, "/Resources<</Font %u 0 R/XObject<<", (unsigned)sheets->fonts);
    for (size_t i = 0; i < count; i++) {
        transparent = transparent || images_transparent(sheets->source->images, images[i]);
        if (sheets->shown[images[i]] == page + 1)
            continue;
        sheets->shown[images[i]] = (uint32_t)page + 1;
        buffer_print(body, "/I%u %u 0 R", (unsigned)images[i],
                     (unsigned)images_number(sheets->source->images, images[i]));
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
        buffer_print(body, "%u 0 R ", (unsigned)(first + i));
    body->at[body->length - 1] = ']';
}

static void write_page(struct sheets *sheets, size_t index, const struct sheet *sheet,
                       uint32_t contents, uint32_t first_link) {
    const struct document *document = sheets->document;
    const struct page *page = &document->pages->at[index];
    struct buffer *body = &sheets->body;
    body->length = 0;
    buffer_print(body, "/Type/Page/Parent %u 0 R/Contents %u 0 R",
                 (unsigned)page_tree_parent(sheets->first_node, index), (unsigned)contents);
    put_boxes(page, for_press(document), body);
    if (put_resources(sheets, &sheet->content, index))
        buffer_text(body, "/Group<</S/Transparency/CS/DeviceRGB>>");
    if (sheets->structure)
        buffer_print(body, "/StructParents %zu/Tabs/S", index);
    put_annotations(link_count(document, page), first_link, body);
    writer_put(document->writer, page_number(document, index), buffer_view(body));
}

static void write_sheet(struct sheets *sheets, size_t index, const struct sheet *sheet) {
    const struct document *document = sheets->document;
    const struct page *page = &document->pages->at[index];
    uint32_t contents = writer_reserve(document->writer, 1);
    uint32_t first_link = writer_reserve(document->writer, link_count(document, page)), key = 0;
    writer_identify(document->writer, buffer_view(&sheet->content.bytes));
    writer_put_stream(document->writer, contents, STR("/Filter/FlateDecode"),
                      buffer_view(&sheet->packed));
    if (sheets->structure) {
        key = structure_link_key(sheets->structure);
        structure_add_page(sheets->structure, index,
                           (const uint32_t *)(const void *)sheet->content.marked.at,
                           content_marked_count(&sheet->content), first_link);
    }
    write_page(sheets, index, sheet, contents, first_link);
    if (link_count(document, page))
        links_write(document, page, first_link, key, &sheets->body);
}

static struct sheets *sheets_new(const struct document *document) {
    struct sheets *sheets = arena_make(document->arena, struct sheets, 1);
    sheets->document = document;
    sheets->jobs = document->pages->count < FEW_PAGES ? 1 : document->options->jobs;
    if (sheets->jobs == 0)
        sheets->jobs = workers_cores();
    sheets->deflaters = arena_make(document->arena, struct deflater *, sheets->jobs);
    sheets->deflaters[0] = cache_deflater(document->cache, pdf_level(document->options));
    for (unsigned i = 1; i < sheets->jobs; i++)
        sheets->deflaters[i] = deflater_new(pdf_level(document->options));
    return sheets;
}

static void sheets_free(struct sheets *sheets) {
    for (unsigned i = 1; i < sheets->jobs; i++)
        deflater_free(sheets->deflaters[i]);
    for (size_t i = 0; i < BATCH; i++) {
        content_free(&sheets->at[i].content);
        buffer_free(&sheets->at[i].packed);
    }
    buffer_free(&sheets->body);
}

void sheets_write(const struct document *document, const struct content_source *source,
                  struct structure *structure, uint32_t first_node) {
    struct sheets *sheets = sheets_new(document);
    sheets->source = source;
    sheets->structure = structure;
    sheets->first_node = first_node;
    sheets->shown = arena_make(document->arena, uint32_t, images_count(source->images));
    write_resources(sheets);
    size_t count = document->pages->count;
    for (; sheets->first < count; sheets->first += BATCH) {
        size_t batch = count - sheets->first < BATCH ? count - sheets->first : BATCH;
        encode_batch(sheets, batch);
        for (size_t i = 0; i < batch; i++)
            write_sheet(sheets, sheets->first + i, &sheets->at[i]);
    }
    sheets_free(sheets);
}
