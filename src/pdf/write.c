/* The parts in the order in which they go into the file. */
#include "base/locale.h"
#include "pdf/attachments.h"
#include "pdf/cache.h"
#include "pdf/destinations.h"
#include "pdf/imposition.h"
#include "pdf/labels.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/page_tree.h"
#include "pdf/press.h"
#include "pdf/sheets.h"
#include "pdf/string.h"

/* What goes into the catalog, collected on the way. */
struct catalog {
    uint32_t structure, destinations, outline, labels, profile, metadata;
    struct attached attached;
};

/* Of so many what they took is given back before the rest is written. */
enum { MANY_PAGES = 500 };

struct pdf {
    struct document document;
    bool owns_cache;
    size_t faults; /* before it began */
    struct pdf_fonts *fonts;
    struct words *words;
    struct images *images;
    struct press *press;
    struct structure *structure;
    struct sheets *sheets;
};

static void collect_pictures(struct images *images, const struct page *pages, size_t count) {
    for (size_t p = 0; p < count; p++)
        for (size_t i = 0; i < pages[p].item_count; i++)
            if (pages[p].items[i].kind == ITEM_PICTURE)
                images_collect(images, pages[p].items[i].picture.picture);
}

static void collect_words(struct pdf *pdf, const struct page_batch *batch) {
    words_restart(pdf->words);
    for (size_t p = 0; p < batch->count; p++) {
        const struct page *page = &batch->at[p];
        words_page(pdf->words);
        for (size_t i = 0; i < page->item_count; i++)
            words_collect(pdf->words, &page->items[i]);
        for (size_t i = 0; pdf->press && i < pdf->press->slug_count; i++)
            words_collect(pdf->words, &press_slug(pdf->press, page)[i]);
    }
}

static void put_entry(struct buffer *out, const char *key, uint32_t number) {
    if (number)
        buffer_print(out, "/%s %u 0 R", key, (unsigned)number);
}

static void put_names(struct buffer *out, const struct catalog *catalog) {
    if (!catalog->destinations && !catalog->attached.names)
        return;
    buffer_text(out, "/Names<<");
    put_entry(out, "Dests", catalog->destinations);
    put_entry(out, "EmbeddedFiles", catalog->attached.names);
    buffer_text(out, ">>");
}

static void write_catalog(const struct document *document, const struct catalog *catalog) {
    struct buffer body = {0};
    put_entry(&body, "Metadata", catalog->metadata);
    put_entry(&body, "StructTreeRoot", catalog->structure);
    put_entry(&body, "Outlines", catalog->outline);
    put_entry(&body, "PageLabels", catalog->labels);
    put_names(&body, catalog);
    if (catalog->attached.names) {
        buffer_text(&body, "/AF");
        buffer_str(&body, catalog->attached.list);
    }
    if (catalog->outline)
        buffer_text(&body, "/PageMode/UseOutlines");
    if (catalog->structure)
        buffer_text(&body, "/MarkInfo<</Marked true>>");
    if (catalog->profile)
        output_intent_put(document, catalog->profile, &body);
    bool right_to_left = language_right_to_left(document->pages->meta.language);
    buffer_print(&body, "/ViewerPreferences<</DisplayDocTitle true%s>>",
                 right_to_left ? "/Direction/R2L" : "");
    if (document->pages->meta.language.length) {
        buffer_text(&body, "/Lang");
        string_text(&body, document->pages->meta.language);
    }
    writer_put_own(document->writer, OWN_CATALOG, buffer_view(&body));
    buffer_free(&body);
}

static void write_rest(const struct document *document, struct structure *structure) {
    struct catalog catalog = {0};
    if (structure)
        catalog.structure = structure_write(structure);
    if (!for_press(document)) {
        catalog.destinations = destinations_write(document);
        catalog.outline = outline_write(document);
        catalog.attached = attachments_write(document);
    }
    catalog.labels = labels_write(document);
    catalog.profile = profile_write(document);
    struct claims claims = {.archive = catalog.profile != 0 && !for_press(document),
                            .files = catalog.attached.names != 0,
                            .press = catalog.profile != 0 && for_press(document),
                            .tagged = catalog.structure != 0};
    catalog.metadata = xmp_write(document, claims);
    info_write(document);
    write_catalog(document, &catalog);
}

static struct pdf *begin(const struct pages *pages, const struct pdf_options *options,
                         struct file_output *output, struct diag *diag) {
    struct arena *arena = arena_new();
    struct pdf *pdf = arena_make(arena, struct pdf, 1);
    struct document *document = &pdf->document;
    struct pdf_cache *cache = options->cache ? options->cache : pdf_cache_new();
    struct deflater *deflater = cache_deflater(cache, pdf_level(options));
    struct deflater *rows = cache_row_deflater(cache, pdf_level(options));
    deflater_measure(deflater, options->watch);
    deflater_measure(rows, options->watch);
    *document = (struct document){
        .pages = pages,
        .options = options,
        .cache = cache,
        .writer = writer_new(output, deflater, rows, options->press ? "1.6" : "1.7"),
        .arena = arena,
        .diag = diag};
    document->tree = page_tree_new(document->writer, arena);
    document->links = links_new(arena);
    pdf->owns_cache = !options->cache;
    pdf->faults = diag_faults(diag);
    pdf->fonts = pdf_fonts_new(document->writer, arena);
    pdf->words = encodings_new(pdf->fonts);
    pdf->images = images_new(arena);
    pdf->press = press_new(document);
    pdf->structure = for_press(document) ? NULL : structure_new(document);
    struct content_source source = {pdf->words, pdf->fonts, pdf->images, pdf->press};
    pdf->sheets = sheets_new(document, &source, pdf->structure);
    return pdf;
}

struct pdf *pdf_begin(const struct pdf_options *options, struct file_output *output,
                      struct diag *diag) {
    return begin(NULL, options, output, diag);
}

/* After a fault only the faults of what comes are looked for. */
void pdf_take(struct pdf *pdf, const struct page_batch *batch) {
    sheets_wait(pdf->sheets);
    if (batch->count == 0) {
        sheets_settle(pdf->sheets, &batch->tags);
        return;
    }
    collect_pictures(pdf->images, batch->at, batch->count);
    images_write(pdf->images, &pdf->document);
    if (diag_faults(pdf->document.diag) > pdf->faults)
        return;
    collect_words(pdf, batch);
    pdf_fonts_fix(pdf->fonts);
    words_encode(pdf->words);
    sheets_take(pdf->sheets, batch);
}

void pdf_abandon(struct pdf *pdf) {
    sheets_free(pdf->sheets);
    encodings_free(pdf->words);
    pdf_fonts_free(pdf->fonts);
    writer_free(pdf->document.writer);
    if (pdf->owns_cache)
        pdf_cache_free(pdf->document.cache);
    arena_free(pdf->document.arena);
}

static void write_end(struct pdf *pdf) {
    struct document *document = &pdf->document;
    writer_identify(document->writer, document->pages->meta.identifier);
    writer_identify(document->writer, document->pages->meta.title);
    sheets_write_resources(pdf->sheets);
    page_tree_write(document->tree, document->pages->count);
    write_rest(document, pdf->structure);
    links_check(document);
    pdf_fonts_write(pdf->fonts, document->diag);
    writer_finish(document->writer, document->diag);
}

bool pdf_finish(struct pdf *pdf, const struct pages *pages) {
    struct diag *diag = pdf->document.diag;
    pdf->document.pages = pages;
    encodings_free(pdf->words); /* all pages are encoded */
    pdf->words = NULL;
    if (pages->count >= MANY_PAGES)
        memory_release();
    if (diag_faults(diag) == pdf->faults)
        write_end(pdf);
    bool faultless = diag_faults(diag) == pdf->faults;
    pdf_abandon(pdf);
    return faultless;
}

/* The pages, or the sides of the sheets that they stand on. */
static const struct pages *sides_of(const struct pages *pages, const struct pdf_options *options,
                                    struct arena *arena, struct diag *diag) {
    const struct press_options *press = options->press;
    if (!press || !press->imposition)
        return pages;
    return pages_impose(pages, press->imposition, press->creep, arena, diag);
}

bool pdf_check(const struct pages *pages, const struct pdf_options *options, struct diag *diag) {
    size_t faults = diag_faults(diag);
    struct arena *arena = arena_new();
    pages = sides_of(pages, options, arena, diag);
    if (pages && options->press) {
        struct document document = {
            .pages = pages, .options = options, .arena = arena, .diag = diag};
        struct images *images = images_new(arena);
        press_check(&document);
        collect_pictures(images, pages->at, pages->count);
        images_write(images, &document);
    }
    arena_free(arena);
    return diag_faults(diag) == faults;
}

static struct page_batch batch_of(const struct pages *pages, struct arena *arena) {
    uint32_t *indexes = arena_make(arena, uint32_t, pages->count);
    for (uint32_t i = 0; i < pages->count; i++)
        indexes[i] = i;
    return (struct page_batch){pages->at, indexes, pages->count, pages->tags};
}

bool pdf_write(const struct pages *pages, const struct pdf_options *options,
               struct file_output *output, struct diag *diag) {
    struct arena *arena = arena_new();
    bool written = false;
    pages = sides_of(pages, options, arena, diag);
    if (pages) {
        struct page_batch batch = batch_of(pages, arena);
        struct pdf *pdf = begin(pages, options, output, diag);
        if (options->press)
            press_check(&pdf->document);
        pdf_take(pdf, &batch);
        pdf_take(pdf, &(struct page_batch){.tags = pages->tags});
        written = pdf_finish(pdf, pages);
    }
    arena_free(arena);
    return written;
}
