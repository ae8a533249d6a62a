#include "pdf/page_tree.h"
#include "base/array.h"
#include "pdf/number.h"

enum { KIDS_A_NODE = 64 };

/* Object numbers of pages, or of the nodes of one level. */
struct numbers {
    ARRAY(uint32_t) list; /* 0: none yet */
};

struct page_tree {
    struct writer *writer;
    struct arena *arena;
    struct numbers pages, nodes; /* of the level right above the pages */
    struct buffer body;
};

struct page_tree *page_tree_new(struct writer *writer, struct arena *arena) {
    struct page_tree *tree = arena_make(arena, struct page_tree, 1);
    tree->writer = writer;
    tree->arena = arena;
    return tree;
}

static uint32_t number_at(struct page_tree *tree, struct numbers *numbers, size_t index) {
    while (numbers->list.count <= index)
        array_push(&numbers->list, tree->arena, 0);
    if (numbers->list.at[index] == 0)
        numbers->list.at[index] = writer_reserve(tree->writer, 1);
    return numbers->list.at[index];
}

uint32_t page_tree_number(struct page_tree *tree, size_t page) {
    return number_at(tree, &tree->pages, page);
}

uint32_t page_tree_parent(struct page_tree *tree, size_t page) {
    return number_at(tree, &tree->nodes, page / KIDS_A_NODE);
}

/* A level of kids, each over so many pages. */
struct level {
    struct numbers *kids;
    size_t count, pages_a_kid, page_count;
};

static void put_kids(struct page_tree *tree, const struct level *level, size_t from, size_t to) {
    size_t first_page = from * level->pages_a_kid, end = to * level->pages_a_kid;
    if (end > level->page_count)
        end = level->page_count;
    buffer_print(&tree->body, "/Count %zu/Kids[", end - first_page);
    for (size_t i = from; i < to; i++)
        number_reference(&tree->body, number_at(tree, level->kids, i), 0);
    buffer_text(&tree->body, "]");
}

/* The nodes over a level; `above` are the numbers of those over them, NULL when it is the root. */
static void write_nodes(struct page_tree *tree, const struct level *level, struct numbers *nodes,
                        struct numbers *above) {
    for (size_t i = 0, from = 0; from < level->count; i++, from += KIDS_A_NODE) {
        size_t to = from + KIDS_A_NODE < level->count ? from + KIDS_A_NODE : level->count;
        uint32_t parent = above ? number_at(tree, above, i / KIDS_A_NODE)
                                : writer_own_number(tree->writer, OWN_PAGES);
        tree->body.length = 0;
        buffer_print(&tree->body, "/Type/Pages/Parent %u 0 R", (unsigned)parent);
        put_kids(tree, level, from, to);
        writer_put(tree->writer, number_at(tree, nodes, i), buffer_view(&tree->body));
    }
}

void page_tree_write(struct page_tree *tree, size_t page_count) {
    struct numbers levels[2] = {{{0}}};
    struct numbers *nodes = &tree->nodes;
    struct level level = {&tree->pages, page_count, 1, page_count};
    for (int depth = 0;; depth++) {
        size_t count = (level.count + KIDS_A_NODE - 1) / KIDS_A_NODE;
        struct numbers *above = &levels[depth % 2];
        *above = (struct numbers){{0}};
        write_nodes(tree, &level, nodes, count > KIDS_A_NODE ? above : NULL);
        level = (struct level){nodes, count, level.pages_a_kid * KIDS_A_NODE, page_count};
        if (count <= KIDS_A_NODE)
            break;
        nodes = above;
    }
    tree->body.length = 0;
    put_kids(tree, &level, 0, level.count);
    writer_put_own(tree->writer, OWN_PAGES, buffer_view(&tree->body));
    buffer_free(&tree->body);
}
