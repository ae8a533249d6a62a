/* One line: widths, white, places. */
#include "text/bidi.h"
#include "text/paragraph.h"

enum {
    OVERFULL_REPORTED = 3277, /* sp: a twentieth of a point */
    /* A quarter of a point: what kerning before a hyphen may add to the width that the breaks were
     * reckoned with; the white of the line gives it beyond its own, which does not show. */
    HYPHEN_KERN = 16384,
    LEADER_GAP = 3,  /* tenths of an em at least between text and dots */
    LEADER_DOTS = 15 /* tenths of an em at least for the dots */
};

/* A part of a word, or white, as it stands on the line. */
struct piece {
    const struct glyphs *glyphs; /* NULL: white */
    sp width;
    uint32_t token;
    uint16_t run;
    uint8_t level;
    bool soft_hyphen, leader;
};

struct setter {
    struct paragraph *paragraph;
    ARRAY(struct piece) pieces;
    size_t words;
    sp natural, white, stretch, shrink; /* words and white; the white alone */
    sp hang_start, hang_end;
    bool hyphen, levels;
    uint32_t leaders; /* how many; they share the white of the line */
};

sp joint_stretch(const struct paragraph *paragraph, const struct token *token) {
    if (token->joint == JOINT_INNER && token->elastic)
        return paragraph->runs[token->run].size / 10;
    return (token->space - token->kern) / 2;
}

/* Not under 0.8 of the font's, of which tracking and kerning take their part. */
sp joint_shrink(const struct paragraph *paragraph, const struct token *token) {
    sp tracked = paragraph->tracks
                     ? sp_scale(paragraph->runs[token->run].size, paragraph->setting->spacing, 1000)
                     : 0;
    sp shrink = (token->space - token->kern) / 5 + token->kern - tracked;
    return shrink > 0 ? shrink : 0;
}

sp leader_least(const struct paragraph *paragraph, const struct token *token) {
    return paragraph->runs[token->run].size * (2 * LEADER_GAP + LEADER_DOTS) / 10;
}

struct edges line_edges(const struct paragraph *paragraph, bool first) {
    const struct text_setting *setting = paragraph->setting;
    struct edges edges = {setting->left, setting->width - setting->right};
    if (!first)
        return edges;
    if (paragraph->right_to_left) {
        edges.right -= setting->first_indent;
        if (setting->width - setting->label_end < edges.right)
            edges.right = setting->width - setting->label_end;
    } else {
        edges.left += setting->first_indent;
        if (setting->label_end > edges.left)
            edges.left = setting->label_end;
    }
    return edges;
}

static sp hang_scaled(const struct paragraph *paragraph, const struct token *token, int32_t units) {
    if (units == 0 || paragraph->right_to_left || token->level)
        return 0;
    const struct style *style = style_at(paragraph->text->words, token->word->style);
    return face_scale(style->wish.face, units, paragraph->runs[token->run].size);
}

sp token_hang(const struct paragraph *paragraph, const struct token *token, bool end) {
    if (!token->word)
        return 0;
    int16_t units = end ? token->word->last.hang_end : token->word->first.hang_start;
    return hang_scaled(paragraph, token, units);
}

sp hyphen_hang(const struct paragraph *paragraph, const struct token *token) {
    const struct style *style = style_at(paragraph->text->words, token->word->style);
    return hang_scaled(paragraph, token, style->hyphen_hang);
}

static void white_add(struct setter *setter, const struct token *token, uint32_t index) {
    struct paragraph *paragraph = setter->paragraph;
    sp width = token->space;
    if (token->joint == JOINT_LEADER) {
        setter->leaders++;
        width = leader_least(paragraph, token);
    }
    sp stretch = joint_stretch(paragraph, token);
    if (width == 0 && stretch == 0)
        return;
    struct piece *piece = array_add(&setter->pieces, paragraph->text->scratch);
    piece->width = width;
    piece->token = index;
    piece->level = token->white_level;
    piece->leader = token->joint == JOINT_LEADER;
    setter->natural += width;
    if (piece->leader)
        return;
    setter->white += width;
    setter->stretch += stretch;
    setter->shrink += joint_shrink(paragraph, token);
}

/* The part of the token that stands on this line, shaped anew where a hyphen cuts it. */
static const struct word *word_on_line(struct paragraph *paragraph, const struct token *token,
                                       size_t from, size_t to) {
    const struct word *word = token->word;
    if (from == 0 && to == 0)
        return word;
    struct words *words = paragraph->text->words;
    const struct style *style = style_at(words, word->style);
    struct str text = str_part(word->text, from, (to ? to : word->text.length) - from);
    return word_find(words, style, text,
                     (uint8_t)((word->flags & WORD_RIGHT_TO_LEFT) | (to ? WORD_HYPHEN : 0)));
}

static void word_add(struct setter *setter, uint32_t index, size_t from, size_t to) {
    struct paragraph *paragraph = setter->paragraph;
    const struct token *token = &paragraph->tokens.at[index];
    if (!token->word)
        return;
    const struct text_run *run = &paragraph->runs[token->run];
    const struct word *word = word_on_line(paragraph, token, from, to);
    for (size_t i = 0; i < word->part_count; i++) {
        struct piece *piece = array_add(&setter->pieces, paragraph->text->scratch);
        piece->glyphs = word->parts[i];
        piece->width = glyphs_width(word->parts[i], run->size, run->tracking, 10000);
        piece->token = index;
        piece->run = token->run;
        piece->level = token->level;
        piece->soft_hyphen = to && i + 1 == word->part_count;
        setter->natural += piece->width;
        setter->words++;
    }
    setter->levels |= token->level > 0;
}

static void pieces_make(struct setter *setter, const struct line_request *request) {
    struct paragraph *paragraph = setter->paragraph;
    struct cut from = request->from, to = request->to;
    uint32_t end = to.token + (to.offset ? 1 : 0);
    array_reserve(&setter->pieces, paragraph->text->scratch, (size_t)(end - from.token) * 2 + 2);
    for (uint32_t i = from.token; i < end; i++) {
        const struct token *token = &paragraph->tokens.at[i];
        if (i > from.token || token->joint == JOINT_LEADER)
            white_add(setter, token, i);
        word_add(setter, i, i == from.token ? from.offset : 0, i == to.token ? to.offset : 0);
    }
    setter->hyphen = to.offset > 0;
    if (!paragraph->setting->protrusion || end == from.token)
        return;
    const struct token *first = &paragraph->tokens.at[from.token];
    const struct token *last = &paragraph->tokens.at[end - 1];
    setter->hang_start = from.offset ? 0 : token_hang(paragraph, first, false);
    setter->hang_end = to.offset ? hyphen_hang(paragraph, last) : token_hang(paragraph, last, true);
}

static void words_measure(struct setter *setter, const struct line *line) {
    for (size_t i = 0; i < setter->pieces.count; i++) {
        struct piece *piece = &setter->pieces.at[i];
        if (!piece->glyphs)
            continue;
        const struct text_run *run = &setter->paragraph->runs[piece->run];
        sp width =
            glyphs_width(piece->glyphs, run->size, run->tracking + line->tracking, line->expansion);
        setter->natural += width - piece->width;
        piece->width = width;
    }
}

/* The words widened or narrowed together, before the white is touched. */
static void expand(struct setter *setter, sp slack, struct line *line) {
    struct paragraph *paragraph = setter->paragraph;
    int32_t most = paragraph->setting->expansion;
    sp words = setter->natural - setter->white;
    if (words <= 0)
        return;
    int64_t wanted = slack * 10000 / words;
    line->expansion += (int32_t)(wanted > most ? most : wanted < -most ? -most : wanted);
    words_measure(setter, line);
}

/* The letters moved apart or together, by the little that does not show. */
static void track(struct setter *setter, sp slack, struct line *line) {
    struct paragraph *paragraph = setter->paragraph;
    int32_t most = paragraph->setting->spacing;
    sp thousandths =
        0; /* what a thousandth of an em for each letter amounts to, times a thousand */
    for (size_t i = 0; i < setter->pieces.count; i++) {
        const struct piece *piece = &setter->pieces.at[i];
        if (piece->glyphs)
            thousandths += paragraph->runs[piece->run].size * piece->glyphs->count;
    }
    if (thousandths == 0)
        return;
    int64_t wanted = slack * 1000 / thousandths;
    line->tracking = (int32_t)(wanted > most ? most : wanted < -most ? -most : wanted);
    words_measure(setter, line);
}

/* Gives out `slack` over the white in proportion, to the last sp. */
static void justify(struct setter *setter, sp slack, struct line *line) {
    struct paragraph *paragraph = setter->paragraph;
    sp whole = slack >= 0 ? setter->stretch : setter->shrink;
    if (whole == 0 || slack == 0)
        return;
    sp most = setter->shrink + (setter->hyphen ? HYPHEN_KERN : 0);
    if (slack < -most)
        slack = -most;
    sp seen = 0, given = 0;
    for (size_t i = 0; i < setter->pieces.count; i++) {
        struct piece *piece = &setter->pieces.at[i];
        if (piece->glyphs || piece->leader)
            continue;
        const struct token *token = &paragraph->tokens.at[piece->token];
        seen += slack >= 0 ? joint_stretch(paragraph, token) : joint_shrink(paragraph, token);
        sp upto = sp_scale(slack, seen, whole);
        piece->width += upto - given;
        given = upto;
    }
    setter->natural += given;
    if (setter->white)
        line->ratio = (int32_t)(slack * 1000 / setter->white);
}

static sp line_start(const struct paragraph *paragraph, struct edges edges, sp width) {
    enum text_align align = paragraph->setting->align;
    if (align == TEXT_CENTRE)
        return edges.left + (edges.right - edges.left - width) / 2;
    if ((align == TEXT_END) != paragraph->right_to_left)
        return edges.right - width;
    return edges.left;
}

/* How dots look: as the leader's run says, or, when it says nothing, like what follows. */
static struct text_run dots_run(const struct paragraph *paragraph, const struct piece *piece,
                                uint16_t *index) {
    uint16_t after = paragraph->tokens.at[piece->token].run;
    *index = after;
    while (*index > 0 && paragraph->runs[*index].kind != TEXT_LEADER)
        --*index;
    struct text_run run = paragraph->runs[*index];
    return run.family && run.size > 1 ? run : paragraph->runs[after];
}

/* Dots between two places, on a grid that is the same for all lines of the measure. */
static void dots_place(struct setter *setter, const struct piece *piece, sp from, sp to,
                       struct line *line) {
    struct paragraph *paragraph = setter->paragraph;
    uint16_t index;
    struct text_run run = dots_run(paragraph, piece, &index);
    sp gap = run.size * LEADER_GAP / 10, pitch = run.size / 2;
    const struct style *style = run.family ? style_find(paragraph->text->words, &run) : NULL;
    line->leader_left = from + gap;
    line->leader_right = to - gap;
    if (!style || pitch <= 0)
        return;
    const struct word *dot = word_find(paragraph->text->words, style, STR("."), 0);
    sp width = word_width(dot, run.size, 0, 10000);
    sp right = paragraph->setting->width;
    for (sp x = right - (right - line->leader_left) / pitch * pitch;
         x + width <= line->leader_right; x += pitch)
        if (x >= line->leader_left)
            line->words[line->count++] =
                (struct placed){.glyphs = dot->parts[0], .x = (int32_t)x, .run = index};
}

/* Room for the dots of all leaders. */
static size_t dots_most(const struct setter *setter) {
    size_t most = 0;
    for (size_t i = 0; i < setter->pieces.count && setter->leaders; i++) {
        const struct piece *piece = &setter->pieces.at[i];
        if (!piece->leader)
            continue;
        uint16_t index;
        sp pitch = dots_run(setter->paragraph, piece, &index).size / 2;
        if (pitch > 0)
            most += (size_t)(piece->width / pitch) + 2;
    }
    return most;
}

static void leaders_stretch(struct setter *setter, sp slack) {
    uint32_t left = setter->leaders;
    for (size_t i = 0; i < setter->pieces.count; i++)
        if (setter->pieces.at[i].leader) {
            sp share = slack / left--;
            setter->pieces.at[i].width += share;
            setter->natural += share;
            slack -= share;
        }
}

/* Where each piece of a line in several directions stands, which begins at `x`; NULL where they
 * follow each other from the left. */
static const sp *pieces_reckon(struct setter *setter, sp x) {
    if (!setter->levels)
        return NULL;
    struct arena *scratch = setter->paragraph->text->scratch;
    size_t count = setter->pieces.count;
    sp *places = arena_make(scratch, sp, count);
    uint8_t *levels = arena_alloc(scratch, count + 1);
    uint32_t *order = arena_make(scratch, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        levels[i] = setter->pieces.at[i].level;
    bidi_order(levels, count, order);
    for (size_t i = 0; i < count; i++) {
        places[order[i]] = x;
        x += setter->pieces.at[order[i]].width;
    }
    return places;
}

/* `space`: white of the text came before the line, where it was broken. It is kept in the text that
 * a reader copies out. */
static void pieces_place(struct setter *setter, sp x, bool space, struct line *line) {
    struct paragraph *paragraph = setter->paragraph;
    size_t count = setter->pieces.count;
    line->words = arena_make(paragraph->arena, struct placed, setter->words + dots_most(setter));
    const sp *places = pieces_reckon(setter, x);
    for (size_t i = 0; i < count; i++) {
        const struct piece *piece = &setter->pieces.at[i];
        sp left = places ? places[i] : x;
        if (piece->leader) {
            dots_place(setter, piece, left, left + piece->width, line);
        } else if (!piece->glyphs) {
            space = paragraph->tokens.at[piece->token].space > 0;
        } else {
            unsigned flags =
                (space ? PLACED_SPACE : 0u) | (piece->soft_hyphen ? PLACED_SOFT_HYPHEN : 0u);
            line->words[line->count++] = (struct placed){.glyphs = piece->glyphs,
                                                         .x = (int32_t)left,
                                                         .run = piece->run,
                                                         .flags = (uint16_t)flags};
            space = false;
        }
        x += piece->width;
    }
}

static void overfull_report(struct paragraph *paragraph, const struct line_request *request,
                            sp excess, sp measure) {
    const struct token *token = &paragraph->tokens.at[request->from.token];
    if (!paragraph->diag)
        return;
    struct str text = token->word ? token->word->text : (struct str){0};
    for (uint32_t i = request->from.token; i < request->to.token; i++) {
        const struct token *other = &paragraph->tokens.at[i];
        if (other->word && other->width > token->width) {
            token = other;
            text = other->word->text;
        }
    }
    struct arena *scratch = paragraph->text->scratch;
    diag_fault(paragraph->diag, paragraph->runs[token->run].span,
               "shorten the text, or divide the word with a soft hyphen (U+00AD)",
               "the line with \xE2\x80\x9C%.*s\xE2\x80\x9D is %.*s wider than the measure of %.*s",
               STR_ARGS(text), STR_ARGS(length_print(scratch, excess)),
               STR_ARGS(length_print(scratch, measure)));
}

void line_set(struct paragraph *paragraph, const struct line_request *request, struct line *line) {
    struct setter setter = {.paragraph = paragraph};
    pieces_make(&setter, request);
    line->natural = setter.natural;
    line->demerits = request->demerits;
    line->hyphen = setter.hyphen;
    line->expansion = 10000;
    struct edges edges = line_edges(paragraph, request->first);
    sp measure = edges.right - edges.left;
    edges.left -= setter.hang_start;
    edges.right += setter.hang_end;
    bool justified = paragraph->setting->align == TEXT_JUSTIFY;
    sp slack = edges.right - edges.left - setter.natural;
    bool adjusts = justified && (slack < 0 || (!request->fills && setter.leaders == 0));
    if (adjusts && paragraph->setting->expansion) {
        expand(&setter, slack, line);
        slack = edges.right - edges.left - setter.natural;
    }
    if (adjusts && paragraph->tracks) {
        track(&setter, slack, line);
        slack = edges.right - edges.left - setter.natural;
    }
    if (setter.leaders && slack > 0)
        leaders_stretch(&setter, slack);
    else if (adjusts)
        justify(&setter, slack, line);
    sp excess = setter.natural - (edges.right - edges.left);
    if (excess > OVERFULL_REPORTED) {
        line->overfull = true;
        overfull_report(paragraph, request, excess, measure);
    }
    line->width = setter.natural;
    line->left = line_start(paragraph, edges, setter.natural);
    const struct token *token = &paragraph->tokens.at[request->from.token];
    bool space = !request->first && request->from.offset == 0 &&
                 (token->space > 0 || token->joint == JOINT_FORCED);
    pieces_place(&setter, line->left, space, line);
}
