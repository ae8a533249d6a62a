#include "layout/layout.h"
#include "layout/window.h"

#include <stdlib.h>

/* Numbers of pages settle in two rounds or not at all. */
enum { ROUNDS = 5 };

static void begin_round(struct setter *setter) {
    setter->known = setter->places;
    setter->places = (struct places){0};
    setter->tags.count = setter->waiting.count = setter->gaps.count = 0;
    tag_add(setter, ROLE_ARTIFACT, 0, (struct str){0});
    tag_add(setter, ROLE_DOCUMENT, 0, setter->doc->meta.language);
}

static void report_missing(struct setter *setter, const struct set *set) {
    for (uint32_t i = 0; i < set->run_count; i++) {
        const struct run *run = &set->runs[i];
        if (run->kind == RUN_PAGE && !places_find(&setter->places, run->target))
            diag_fault(setter->diag, run->span, NULL,
                       "the page of `%.*s` is asked for, which is "
                       "nowhere in this document",
                       STR_ARGS(run->target));
    }
}

/* Sets what waits for pages again; true when the number of lines of something changed, so that
 * pages may end elsewhere. */
static bool references_changed(struct setter *setter) {
    bool changed = false;
    for (size_t i = 0; i < setter->waiting.count; i++) {
        report_missing(setter, setter->waiting.at[i]);
        changed |= set_again(setter, setter->waiting.at[i]);
    }
    return changed;
}

/* NULL when page numbers are others than those that were reckoned with. */
static struct pages *lay_out(struct setter *setter, struct arena *arenas[2]) {
    begin_round(setter);
    struct placer *placer = placer_new(setter);
    for (const struct flow *flow = setter->doc->first; flow; flow = flow->next)
        window_flow(setter, placer, flow, arenas);
    setter->arena = arenas[0];
    struct pages *pages = references_changed(setter) ? NULL : placer_finish(placer);
    if (!pages)
        placer_drop(placer);
    placer_free(placer);
    return pages;
}

/* What was dumped, with the lines that were waited for in their places. */
static void write_dump(const struct setter *setter, const char *text, long length) {
    FILE *out = setter->options->dump_lines;
    long from = 0;
    for (size_t i = 0; i < setter->gaps.count; i++) {
        const struct gap *gap = &setter->gaps.at[i];
        if (gap->line > 0)
            continue;
        fwrite(text + from, 1, (size_t)(gap->dumped - from), out);
        dump_set(gap->set, out);
        from = gap->dumped;
    }
    fwrite(text + from, 1, (size_t)(length - from), out);
}

/* Lines are dumped when it is certain that they stay. */
static struct pages *lay_out_and_dump(struct setter *setter, struct arena *arenas[2]) {
    char *text = NULL;
    size_t length;
    if (setter->options->dump_lines)
        setter->dump = open_memstream(&text, &length);
    struct pages *pages = lay_out(setter, arenas);
    if (setter->dump)
        fclose(setter->dump);
    if (text && pages)
        write_dump(setter, text, (long)length);
    free(text);
    return pages;
}

static struct pages *lay_out_until_settled(struct setter *setter, struct arena *arenas[2]) {
    for (int round = 0; round < ROUNDS; round++) {
        struct pages *pages = lay_out_and_dump(setter, arenas);
        if (pages)
            return pages;
    }
    diag_fault(setter->diag, (struct span){0},
               "reword the contents so that a line more or less does not matter",
               "page numbers do not settle after %d rounds", ROUNDS);
    return NULL;
}

struct pages *layout_doc(const struct doc *doc, struct text *text,
                         const struct layout_options *options, struct arena *arena,
                         struct diag *diag) {
    struct setter setter = {
        .doc = doc,
        .text = text,
        .options = options,
        .result = arena,
        .diag = diag,
    };
    struct arena *arenas[2] = {arena_new(), arena_new()};
    struct pages *pages = lay_out_until_settled(&setter, arenas);
    arena_free(arenas[0]);
    arena_free(arenas[1]);
    return pages;
}
