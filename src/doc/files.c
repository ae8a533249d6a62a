/* Which files a document comes from, by the spans that its blocks and runs carry. */
#include "base/array.h"
#include "doc/doc.h"

#include <stdlib.h>
#include <string.h>

struct files {
    struct arena *arena;
    ARRAY(const char *) list; /* neighbours differ */
};

static void add_span(struct files *files, struct span span) {
    bool same = files->list.count && files->list.at[files->list.count - 1] == span.file;
    if (span.file && !same)
        array_push(&files->list, files->arena, span.file);
}

static void add_block(struct files *files, const struct block *block);

static void add_runs(struct files *files, const struct runs *runs) {
    for (size_t i = 0; i < runs->count; i++) {
        add_span(files, runs->at[i].span);
        if (runs->at[i].note)
            add_block(files, runs->at[i].note);
    }
}

static void add_child(void *files, const struct block *child) {
    add_block(files, child);
}

static void add_block(struct files *files, const struct block *block) {
    add_span(files, block->span);
    add_runs(files, &block->label);
    add_runs(files, &block->runs);
    block_visit(block, add_child, files);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **doc_files(const struct doc *doc, struct arena *arena, size_t *count) {
    struct files files = {.arena = arena};
    for (const struct flow *flow = doc->first; flow; flow = flow->next)
        add_block(&files, flow->root);
    const char **list = files.list.at;
    if (list)
        qsort(list, files.list.count, sizeof *list, by_name);
    *count = 0;
    for (size_t i = 0; i < files.list.count; i++)
        if (*count == 0 || strcmp(list[*count - 1], list[i]) != 0)
            list[(*count)++] = list[i];
    return list;
}
