#include "doc/markdown_inside.h"

#include <string.h>

/* A style made from another one here: equal requests give the same pointer. */
struct derived {
    const struct style *base;
    struct style style;
    struct derived *next;
};

/* The only differences that are derived here are of alignment, colour and white: comparing the
 * bytes that make them is comparing the style. */
static bool style_same(const struct style *a, const struct style *b) {
    return a->align == b->align && a->hyphenate == b->hyphenate && a->left == b->left &&
           a->right == b->right && a->above == b->above && a->below == b->below &&
           a->leading == b->leading && a->rule_above == b->rule_above && a->indent == b->indent &&
           memcmp(&a->colour, &b->colour, sizeof a->colour) == 0;
}

const struct style *style_derive(struct writer *writer, const struct style *base,
                                 struct style wanted) {
    if (style_same(base, &wanted))
        return base;
    for (struct derived *derived = writer->derived; derived; derived = derived->next)
        if (derived->base == base && style_same(&derived->style, &wanted))
            return &derived->style;
    struct derived *derived = arena_make(writer->arena, struct derived, 1);
    derived->base = base;
    derived->style = wanted;
    derived->next = writer->derived;
    writer->derived = derived;
    return &derived->style;
}

const struct style *style_aligned(struct writer *writer, const struct style *base,
                                  enum align align) {
    struct style wanted = *base;
    wanted.align = align;
    return style_derive(writer, base, wanted);
}

const struct style *style_link(struct writer *writer, const struct style *base) {
    const struct colour *text = &writer->styles->text->colour;
    if (memcmp(text, &writer->styles->link_colour, sizeof *text) == 0)
        return base;
    struct style wanted = *base;
    wanted.colour = writer->styles->link_colour;
    return style_derive(writer, base, wanted);
}

const struct style *style_emphasis(struct writer *writer, const struct style *base, bool bold,
                                   bool italic) {
    return writer->styles->emphasis
               ? writer->styles->emphasis(writer->styles->context, base, bold, italic)
               : base;
}

const struct style *style_text(struct writer *writer) {
    if (writer->items)
        return writer->styles->item;
    return writer->quotes ? writer->styles->quote : writer->styles->text;
}
