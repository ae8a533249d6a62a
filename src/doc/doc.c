#include "doc/doc.h"
#include "base/array.h"

struct doc *doc_new(struct arena *arena) {
    return arena_make(arena, struct doc, 1);
}

struct flow *doc_flow(struct doc *doc, struct arena *arena, const struct master *master,
                      enum start start) {
    struct flow *flow = arena_make(arena, struct flow, 1);
    flow->master = master;
    flow->start = start;
    flow->root = block_new(arena, NULL, BLOCK_GROUP, ROLE_PART, NULL, (struct span){NULL, 0, 0});
    flow->root->right_to_left = master && master->right_to_left;
    if (doc->last)
        doc->last->next = flow;
    else
        doc->first = flow;
    doc->last = flow;
    return flow;
}

struct block *block_new(struct arena *arena, struct block *parent, enum block_kind kind,
                        enum role role, const struct style *style, struct span span) {
    struct block *block = arena_make(arena, struct block, 1);
    block->kind = kind;
    block->role = role;
    block->style = style;
    block->span = span;
    block->parent = parent;
    if (!parent)
        return block;
    block->right_to_left = parent->right_to_left;
    if (parent->last)
        parent->last->next = block;
    else
        parent->first = block;
    parent->last = block;
    return block;
}

struct run *run_add(struct runs *runs, struct arena *arena, enum run_kind kind,
                    const struct style *style, struct str text, struct span span) {
    if (runs->capacity == 0) { /* most paragraphs of a directory have one run */
        runs->at = arena_make(arena, struct run, 1);
        runs->capacity = 1;
    }
    struct run *run = array_add(runs, arena);
    run->kind = kind;
    run->style = style;
    run->text = text;
    run->span = span;
    return run;
}
