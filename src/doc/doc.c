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

static void block_append(struct block *parent, struct block *child) {
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

static void block_inherit(struct block *block, const struct block *parent) {
    block->parent = parent;
    block->right_to_left = parent->right_to_left;
}

struct block *block_new(struct arena *arena, struct block *parent, enum block_kind kind,
                        enum role role, const struct style *style, struct span span) {
    struct block *block = arena_make(arena, struct block, 1);
    block->kind = kind;
    block->role = role;
    block->style = style;
    block->span = span;
    if (parent) {
        block_inherit(block, parent);
        block_append(parent, block);
    }
    return block;
}

struct block *block_supplied(struct arena *arena, const struct block *parent, enum role role,
                             struct span span) {
    struct block *block = block_new(arena, NULL, BLOCK_GROUP, role, NULL, span);
    block_inherit(block, parent);
    return block;
}

static void supply_visit(const struct block *block,
                         void (*visit)(void *context, const struct block *child), void *context) {
    struct arena *arena = arena_new();
    struct arena_mark mark = arena_mark(arena);
    const struct supply *supply = block->supply;
    const struct block *child;
    for (size_t i = 0; (child = supply->make(supply->context, i, block, arena)); i++) {
        visit(context, child);
        arena_rewind(arena, mark);
    }
    arena_free(arena);
}

void block_visit(const struct block *block, void (*visit)(void *context, const struct block *child),
                 void *context) {
    for (const struct block *child = block->first; child; child = child->next)
        visit(context, child);
    if (block->supply)
        supply_visit(block, visit, context);
}

bool runs_linked(const struct run *a, const struct run *b) {
    return a->link.length && a->link.at == b->link.at && a->link.length == b->link.length;
}

static bool is_one_link(const struct runs *runs) {
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->at[i];
        if (!runs_linked(run, &runs->at[0]) || run->language.length || run->expansion.length)
            return false;
    }
    return runs->count > 0;
}

static bool stands_in_section(const struct block *block) {
    const struct block *around = block->parent;
    while (around && around->role == ROLE_GROUP)
        around = around->parent;
    return around && role_sections(around->role);
}

enum role block_role(const struct block *block) {
    bool plain = block->role == ROLE_PARAGRAPH && !block->label_role && !block->language.length;
    return plain && is_one_link(&block->runs) && stands_in_section(block) ? ROLE_LINK : block->role;
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
