#include "pdf/tree.h"
#include "pdf/gathering.h"
#include "pdf/number.h"

enum { KEYS_A_LEAF = 128, KIDS_A_NODE = 64 };

struct tree tree_start(struct writer *writer, struct arena *arena, const char *kind) {
    return (struct tree){.writer = writer, .arena = arena, .kind = kind};
}

static void put_limits(struct buffer *body, struct str first, struct str last) {
    buffer_text(body, "/Limits[");
    buffer_str(body, first);
    buffer_text(body, " ");
    buffer_str(body, last);
    buffer_text(body, "]");
}

static uint32_t put_leaf(struct tree *tree, bool root) {
    struct buffer body = {0};
    if (!root)
        put_limits(&body, tree->first, buffer_view(&tree->last));
    buffer_print(&body, "/%s[", tree->kind);
    buffer_str(&body, buffer_view(&tree->leaf));
    buffer_text(&body, "]");
    uint32_t number = writer_reserve(tree->writer, 1);
    writer_put_rows(tree->writer, number, buffer_view(&body), tree->width);
    buffer_free(&body);
    return number;
}

static void end_leaf(struct tree *tree) {
    struct tree_node node = {put_leaf(tree, false), tree->first,
                             str_copy(tree->arena, buffer_view(&tree->last))};
    array_push(&tree->nodes, tree->arena, node);
    tree->leaf.length = 0;
    tree->leaf_count = 0;
}

void tree_rows(struct tree *tree, size_t width) {
    if (tree->leaf_count)
        end_leaf(tree);
    tree->width = width;
}

void tree_add(struct tree *tree, struct str key, struct str value) {
    if (tree->leaf_count == KEYS_A_LEAF)
        end_leaf(tree);
    if (tree->leaf_count++ == 0)
        tree->first = str_copy(tree->arena, key);
    tree->last.length = 0;
    buffer_str(&tree->last, key);
    buffer_str(&tree->leaf, key);
    buffer_text(&tree->leaf, " ");
    buffer_str(&tree->leaf, value);
    buffer_text(&tree->leaf, "\n");
    if (tree->width)
        rows_fill(&tree->leaf, tree->width);
}

static uint32_t put_kids(struct tree *tree, const struct tree_node *nodes, size_t count,
                         bool root) {
    struct buffer body = {0};
    if (!root)
        put_limits(&body, nodes[0].first, nodes[count - 1].last);
    buffer_text(&body, "/Kids[");
    for (size_t i = 0; i < count; i++)
        number_reference(&body, nodes[i].number, 0);
    buffer_text(&body, "]");
    uint32_t number = writer_reserve(tree->writer, 1);
    writer_put(tree->writer, number, buffer_view(&body));
    buffer_free(&body);
    return number;
}

/* One level up, in place. */
static size_t put_level(struct tree *tree, size_t count) {
    struct tree_node *nodes = tree->nodes.at;
    size_t above = 0;
    for (size_t from = 0; from < count; from += KIDS_A_NODE, above++) {
        size_t length = count - from < KIDS_A_NODE ? count - from : KIDS_A_NODE;
        struct str first = nodes[from].first, last = nodes[from + length - 1].last;
        uint32_t number = put_kids(tree, nodes + from, length, false);
        nodes[above] = (struct tree_node){number, first, last};
    }
    return above;
}

uint32_t tree_finish(struct tree *tree) {
    uint32_t root;
    if (tree->nodes.count == 0) {
        root = put_leaf(tree, true);
    } else {
        if (tree->leaf_count)
            end_leaf(tree);
        size_t count = tree->nodes.count;
        while (count > KIDS_A_NODE)
            count = put_level(tree, count);
        root = put_kids(tree, tree->nodes.at, count, true);
    }
    buffer_free(&tree->leaf);
    buffer_free(&tree->last);
    return root;
}
