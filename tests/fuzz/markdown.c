/* Markdown to blocks over arbitrary text (well-formed UTF-8: the YAML reader passes on no other),
 * then printed: the tree must hold together and every role be known. */
#include "doc/markdown.h"
#include <assert.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const struct style *style_same(void *context, const struct style *base, bool bold,
                                      bool italic) {
    (void)context, (void)bold, (void)italic;
    return base;
}

static size_t tree_check(const struct block *block) {
    size_t count = 1;
    const struct block *last = NULL;
    for (const struct block *child = block->first; child; last = child, child = child->next) {
        assert(child->parent == block);
        count += tree_check(child);
    }
    assert(block->last == last);
    for (size_t i = 0; i < block->runs.count; i++)
        assert(block->runs.at[i].style);
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    struct str text = {(const char *)bytes, length};
    if (utf8_fault(text) != SIZE_MAX)
        return 0;
    static const struct style style = {
        .name = {"text", 4}, .size = 10 * SP_PT, .leading = 13 * SP_PT};
    const struct markdown_styles styles = {
        .text = &style,
        .heading = {&style, &style, &style, &style, &style, &style},
        .quote = &style,
        .item = &style,
        .table = &style,
        .table_head = &style,
        .caption = &style,
        .note = &style,
        .emphasis = style_same,
    };
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    const struct markdown_request request = {
        .text = text,
        .language = STR("en"),
        .file = "/dev/null/fuzz.yaml", /* no picture is found */
        .top_level = 2,
        .id_prefix = STR("fuzz"),
    };
    struct doc *doc = doc_new(arena);
    static const struct master master;
    struct flow *flow = doc_flow(doc, arena, &master, START_PAGE);
    markdown_blocks(&request, &styles, flow->root, arena, diag);
    tree_check(flow->root);
    FILE *sink = fopen("/dev/null", "w");
    if (sink) {
        doc_dump(doc, sink);
        fclose(sink);
    }
    diag_sorted(diag, &(size_t){0});
    arena_free(arena);
    return 0;
}
