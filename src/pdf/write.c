/* pdf_write: the parts in the order in which they go into the file. */
#include "base/locale.h"
#include "pdf/attachments.h"
#include "pdf/cache.h"
#include "pdf/destinations.h"
#include "pdf/imposition.h"
#include "pdf/labels.h"
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

static void collect_pictures(const struct pages *pages, struct images *images) {
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].item_count; i++)
            if (pages->at[p].items[i].kind == ITEM_PICTURE)
                images_collect(images, pages->at[p].items[i].picture.picture);
}

static void collect_words(const struct pages *pages, const struct press *press,
                          struct words *words) {
    for (size_t p = 0; p < pages->count; p++) {
        for (size_t i = 0; i < pages->at[p].item_count; i++)
            words_collect(words, &pages->at[p].items[i]);
        for (size_t i = 0; press && i < press->slug_count; i++)
            words_collect(words, &press_slug(press, &pages->at[p])[i]);
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
                            .tagged = structure != NULL};
    catalog.metadata = xmp_write(document, claims);
    info_write(document);
    write_catalog(document, &catalog);
}

static void write_document(struct document *document, struct content_source *source,
                           struct pdf_fonts *fonts, struct words *words, struct images *images) {
    size_t faults = diag_faults(document->diag);
    if (for_press(document))
        press_check(document);
    collect_words(document->pages, source->press, words);
    collect_pictures(document->pages, images);
    pdf_fonts_fix(fonts);
    if (!images_write(images, document) || diag_faults(document->diag) > faults)
        return;
    words_encode(words);
    document->first_page = writer_reserve(document->writer, document->pages->count);
    uint32_t first_node = page_tree_reserve(document);
    struct structure *structure = for_press(document) ? NULL : structure_new(document);
    sheets_write(document, source, structure, first_node);
    page_tree_write(document, first_node);
    write_rest(document, structure);
    pdf_fonts_write(fonts, document->diag);
    writer_finish(document->writer, document->diag);
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
        collect_pictures(pages, images);
        images_write(images, &document);
    }
    arena_free(arena);
    return diag_faults(diag) == faults;
}

bool pdf_write(const struct pages *pages, const struct pdf_options *options,
               struct file_output *output, struct diag *diag) {
    size_t faults = diag_faults(diag);
    struct arena *arena = arena_new();
    pages = sides_of(pages, options, arena, diag);
    if (!pages) {
        arena_free(arena);
        return false;
    }
    struct pdf_cache *cache = options->cache ? options->cache : pdf_cache_new();
    struct deflater *deflater = cache_deflater(cache, pdf_level(options));
    deflater_measure(deflater, options->watch);
    struct document document = {.pages = pages,
                                .options = options,
                                .writer =
                                    writer_new(output, deflater, options->press ? "1.6" : "1.7"),
                                .cache = cache,
                                .arena = arena,
                                .diag = diag};
    struct pdf_fonts *used = pdf_fonts_new(document.writer, arena);
    struct words *words = encodings_new(used, arena);
    struct images *images = images_new(arena);
    struct content_source source = {&pages->tags, words, used, images, press_new(&document)};
    writer_identify(document.writer, pages->meta.identifier);
    writer_identify(document.writer, pages->meta.title);
    write_document(&document, &source, used, words, images);
    encodings_free(words);
    pdf_fonts_free(used);
    writer_free(document.writer);
    if (!options->cache)
        pdf_cache_free(cache);
    arena_free(arena);
    return diag_faults(diag) == faults;
}
