#include "text/wide_marks.h"
#include "text/edges.h"

enum { FIRST_BYTE = 0xE2 }; /* of all wide marks in UTF-8; what comes before it is passed over */

/* A character, and the glyph that it got. */
struct mark {
    const struct face *face;
    uint32_t code_point, glyph;
};

/* After a mark that closes the blank goes before any other mark; after one that opens, before
 * another one. Thousandths of an em. */
static int32_t excess_of(struct mark before, struct mark after) {
    int32_t closing = edge_blank(before.face, before.code_point, before.glyph, true);
    int32_t opening = edge_blank(after.face, after.code_point, after.glyph, false);
    if (closing)
        return opening || edge_blank(after.face, after.code_point, after.glyph, true) ? closing : 0;
    return edge_blank(before.face, before.code_point, before.glyph, false) ? opening : 0;
}

static struct mark mark_at(const struct glyphs *glyphs, size_t index) {
    const struct glyph *glyph = &glyphs->at[index];
    const char *at = glyphs->text.at + glyph->cluster, *end = glyphs->text.at + glyphs->text.length;
    return (struct mark){glyphs->face, at < end ? utf8_next(&at, end) : 0, glyph->id};
}

void wide_marks_close(struct glyphs *glyphs) {
    if (glyphs->right_to_left)
        return;
    for (uint16_t i = 0; i + 1 < glyphs->count; i++) {
        struct glyph *glyph = &glyphs->at[i];
        if (glyph->cluster >= glyphs->text.length ||
            (uint8_t)glyphs->text.at[glyph->cluster] < FIRST_BYTE)
            continue;
        int32_t excess = excess_of(mark_at(glyphs, i), mark_at(glyphs, i + 1u));
        int32_t units = (int32_t)((int64_t)excess * glyphs->face->upem / 1000);
        glyph->advance -= units;
        glyphs->advance -= units;
    }
}

static sp excess_between(const struct word *before, const struct word *after, sp size) {
    if (before->part_count == 0 || after->part_count == 0)
        return 0;
    const struct glyphs *last = before->parts[before->part_count - 1], *first = after->parts[0];
    if (last->count == 0 || first->count == 0)
        return 0;
    return sp_scale(size, excess_of(mark_at(last, last->count - 1u), mark_at(first, 0)), 1000);
}

void wide_marks_close_tokens(struct paragraph *paragraph) {
    for (size_t i = 1; i < paragraph->tokens.count; i++) {
        struct token *token = &paragraph->tokens.at[i];
        if (token->joint == JOINT_INNER && token->elastic && token->word && token[-1].word)
            token->space = token->kern =
                -excess_between(token[-1].word, token->word, paragraph->runs[token->run].size);
    }
}
