#include "pdf/content.h"
#include "pdf/marks.h"
#include "pdf/number.h"
#include "pdf/squares.h"
#include "pdf/string.h"
#include <string.h>

#define NO_FONT UINT32_MAX
#define NO_TAG UINT32_MAX
enum { UNEXPANDED = 10000 };

/* The graphics state as the operators so far have left it. */
struct state {
    const struct content_source *source;
    const struct page *page;
    struct content *content;
    struct buffer *out;
    int64_t height;         /* milli, as all lengths here */
    int64_t line_x, line_y; /* start of the current line in the text object */
    int64_t size;
    uint32_t font;
    int32_t expansion;
    uint32_t tag; /* of the open marked content, NO_TAG when none is */
    bool inside;  /* it was opened inside the text object */
    uint8_t artifact;
    bool in_text;
    bool filling;  /* rectangles wait for their f */
    bool coloured; /* `colour` is set; for the press nothing is known of it before */
    bool overprints;
    bool all_plates; /* of the press: text goes onto each of them */
    int64_t bleed;   /* what runs over the trim is seen up to here */
    struct colour colour;
};

static void text(struct buffer *out, const char *literal) {
    buffer_bytes(out, literal, strlen(literal));
}

static void end_mark(struct state *state) {
    if (state->tag != NO_TAG)
        text(state->out, "EMC\n");
    state->tag = NO_TAG;
}

static void end_text(struct state *state) {
    if (!state->in_text)
        return;
    if (state->inside)
        end_mark(state);
    text(state->out, "ET\n");
    state->in_text = false;
}

static void end_fill(struct state *state) {
    if (state->filling)
        text(state->out, "f\n");
    state->filling = false;
}

/* Marked content and text objects nest (ISO 32000-1, 14.6.1): a text object goes on after what is
 * marked inside it, so that places in it stay relative. */
static void end_marked(struct state *state) {
    if (!state->inside)
        end_text(state);
    end_fill(state);
    end_mark(state);
}

static void begin_text(struct state *state) {
    end_fill(state);
    if (state->in_text)
        return;
    text(state->out, "BT\n");
    state->in_text = true;
    state->line_x = state->line_y = 0;
}

static void begin_artifact(struct buffer *out, uint8_t artifact) {
    static const char *const properties[] = {
        [ARTIFACT_LAYOUT] = "/Layout",
        [ARTIFACT_HEADER] = "/Pagination/Subtype/Header",
        [ARTIFACT_FOOTER] = "/Pagination/Subtype/Footer",
        [ARTIFACT_BACKGROUND] = "/Background",
    };
    text(out, "/Artifact<</Type");
    text(out, properties[artifact]);
    text(out, ">>BDC\n");
}

/* Why content is marked apart from what stands around it in the same tag. */
struct apart {
    bool reversed;     /* its characters come in the reverse of their order */
    struct str actual; /* what a reader is to read instead of it; empty: itself */
};

static bool is_apart(const struct apart *apart) {
    return apart && (apart->reversed || apart->actual.length);
}

static void begin_content(struct state *state, const struct item *item, const struct apart *apart) {
    size_t mcid = content_marked_count(state->content);
    bool actual = apart && apart->actual.length;
    buffer_bytes(state->out, "/", 1);
    text(state->out, actual ? "Span" : is_apart(apart) ? "ReversedChars" : role_name(item->role));
    text(state->out, "<</MCID ");
    number_integer(state->out, (int64_t)mcid);
    if (actual) {
        text(state->out, "/ActualText");
        string_text(state->out, apart->actual);
    }
    text(state->out, ">>BDC\n");
    buffer_bytes(&state->content->marked, &item->tag, sizeof item->tag);
}

/* For the press there are no tags: nothing is marked. */
static void mark(struct state *state, const struct item *item, const struct apart *apart) {
    if (state->source->press)
        return;
    uint32_t tag = item->role == ROLE_ARTIFACT ? 0 : item->tag;
    bool inside = item->kind == ITEM_TEXT;
    if (state->tag == tag && (inside || !state->inside) &&
        (tag ? !is_apart(apart) : state->artifact == item->artifact))
        return;
    end_marked(state);
    if (inside)
        begin_text(state);
    else
        end_text(state);
    state->inside = inside;
    if (tag)
        begin_content(state, item, apart);
    else
        begin_artifact(state->out, item->artifact);
    state->tag = tag;
    state->artifact = item->artifact;
}

static int64_t colour_milli(uint8_t value) {
    return divide_round(value * 1000, 255);
}

static bool is_key_alone(struct colour colour) {
    return colour.key == 100 && !colour.spot && !colour.cyan && !colour.magenta && !colour.yellow;
}

/* Black text is printed over what is below it, so that no white shows where plates are not in
 * register (ISO 32000-1, 8.6.7). All else knocks out. */
static void set_overprint(struct state *state, bool overprints) {
    if (state->overprints == overprints)
        return;
    end_fill(state);
    text(state->out, overprints ? "/Over gs\n" : "/Out gs\n");
    state->overprints = overprints;
}

static bool same_inks(struct colour a, struct colour b) {
    return a.cyan == b.cyan && a.magenta == b.magenta && a.yellow == b.yellow && a.key == b.key &&
           a.spot == b.spot;
}

static void set_inks(struct state *state, struct colour colour) {
    if (state->all_plates) {
        text(state->out, "/All cs 1 scn\n");
        state->coloured = false;
        return;
    }
    if (state->coloured && same_inks(state->colour, colour))
        return;
    end_fill(state);
    if (colour.spot) {
        text(state->out, "/S");
        number_integer(state->out, colour.spot);
        text(state->out, " cs 1 scn\n");
    } else {
        int64_t parts[] = {colour.cyan * 10, colour.magenta * 10, colour.yellow * 10,
                           colour.key * 10};
        number_millis(state->out, parts, 4);
        text(state->out, " k\n");
    }
    state->colour = colour;
    state->coloured = true;
}

/* Grey by itself keeps black text black in every reader and on every printer. */
static void set_colour(struct state *state, struct colour colour) {
    if (state->source->press) {
        set_inks(state, colour);
        return;
    }
    const struct colour *now = &state->colour;
    if (now->red == colour.red && now->green == colour.green && now->blue == colour.blue)
        return;
    end_fill(state);
    int64_t parts[] = {colour_milli(colour.red), colour_milli(colour.green),
                       colour_milli(colour.blue)};
    bool grey = colour.red == colour.green && colour.green == colour.blue;
    number_millis(state->out, parts, grey ? 1 : 3);
    text(state->out, grey ? " g\n" : " rg\n");
    state->colour = colour;
}

static void set_font(struct state *state, uint32_t font, int64_t size) {
    if (state->font == font && state->size == size)
        return;
    text(state->out, "/F");
    number_integer(state->out, font);
    text(state->out, " ");
    number_milli(state->out, size);
    text(state->out, " Tf\n");
    state->font = font;
    state->size = size;
}

static void set_expansion(struct state *state, int32_t expansion) {
    if (state->expansion == expansion)
        return;
    number_milli(state->out, (int64_t)expansion * 10);
    text(state->out, " Tz\n");
    state->expansion = expansion;
}

static void move_line(struct state *state, int64_t x, int64_t y) {
    int64_t move[] = {x - state->line_x, y - state->line_y};
    if (move[0] == 0 && move[1] == 0)
        return;
    number_millis(state->out, move, 2);
    text(state->out, " Td\n");
    state->line_x = x;
    state->line_y = y;
}

/* A text item while its words are shown. */
struct shown {
    struct state *state;
    const struct item *item;
    struct pen pen;
    int64_t em; /* size times expansion: what a millionth of an em is measured by */
};

/* A length along the line in millionths of the expanded em; exact in 64 bits up to 900 million sp.
 */
static int64_t in_ems(const struct shown *shown, sp length) {
    return divide_round(length * 10000 * 1000000, shown->em);
}

static sp from_ems(const struct shown *shown, int64_t millionths) {
    return divide_round(millionths * (shown->em / 10000), 1000000);
}

/* Glyphs off the baseline one by one, each with its rise. */
static void show_raised(struct shown *shown, const struct glyphs *glyphs) {
    struct pen *pen = &shown->pen;
    int64_t origin = pen->at, advanced = 0, upem = glyphs->face->upem, risen = 0;
    for (size_t i = 0; i <= glyphs->count; i++) {
        bool last = i == glyphs->count;
        int64_t rise = last ? 0 : divide_round(glyphs->at[i].dy * shown->state->size, upem);
        if (rise != risen) {
            pen_close(pen);
            number_milli(pen->out, rise);
            text(pen->out, " Ts\n");
            risen = rise;
        }
        if (last)
            break;
        int64_t place = divide_round((advanced + glyphs->at[i].dx) * 1000000, upem);
        pen_move(pen, origin + place + (int64_t)i * shown->item->text.tracking * 1000);
        pen_glyph(pen, glyphs->at[i].id);
        advanced += glyphs->at[i].advance;
    }
}

static void show_glyphs(struct shown *shown, const struct word *word) {
    struct pen *pen = &shown->pen;
    if (word->raised) {
        show_raised(shown, word->glyphs);
    } else if (shown->item->text.tracking) {
        pen_glyphs(pen, word->glyphs, shown->item->text.tracking);
    } else {
        pen_open(pen);
        buffer_str(pen->out, words_bytes(shown->state->source->words, word));
        pen->at += word->pen;
    }
}

/* `space`: a word space comes before it on the line. */
static void show_word(struct shown *shown, const struct placed *placed, bool space) {
    const struct word *word = words_find(shown->state->source->words, placed);
    struct pen *pen = &shown->pen;
    if (word->font != shown->state->font) {
        pen_close(pen);
        set_font(shown->state, word->font, shown->state->size);
    }
    pen->font = pdf_fonts_at(shown->state->source->fonts, word->font);
    if (space && pen->font->face->space_glyph)
        pen_glyph(pen, pen->font->face->space_glyph);
    pen_move(pen, in_ems(shown, placed->x));
    show_glyphs(shown, word);
}

/* Words of an item that are shown in one go. */
struct part {
    const struct item *item;
    uint32_t from, to;
    struct apart apart; /* reversed: its last word stands leftmost and is shown first */
};

/* The word that is shown after `done` others. */
static const struct placed *part_word(const struct part *part, uint32_t done) {
    return &part->item->text.words[part->apart.reversed ? part->to - 1 - done : part->from + done];
}

/* Whether white stands to the left of that word; that before the whole part is shown first. */
static bool part_space(const struct part *part, uint32_t done) {
    const struct placed *words = part->item->text.words;
    uint32_t after = part->apart.reversed && done ? part->to - done : part->from + done;
    return words[after].flags & PLACED_SPACE;
}

/* The line begins at its first word, or at the space before that. */
static void start_line(struct shown *shown, const struct part *part) {
    struct state *state = shown->state;
    const struct item *item = shown->item;
    const struct placed *placed = part_word(part, 0);
    const struct word *first = words_find(state->source->words, placed);
    const struct pdf_font *font = pdf_fonts_at(state->source->fonts, first->font);
    uint16_t space = part_space(part, 0) ? font->face->space_glyph : 0;
    int64_t before = space ? pdf_font_slot(font, space)->width : 0;
    sp offset = placed->x;
    set_font(state, first->font, milli(item->text.size));
    shown->pen.at = in_ems(shown, offset) - before;
    move_line(state, milli(item->x + offset - from_ems(shown, before)),
              state->height - milli(item->y));
}

static void show_part(struct state *state, const struct part *part) {
    const struct item *item = part->item;
    begin_text(state);
    if (state->source->press)
        set_overprint(state, is_key_alone(item->colour));
    set_colour(state, item->colour);
    int32_t expansion = item->text.expansion > 0 ? item->text.expansion : UNEXPANDED;
    set_expansion(state, expansion);
    struct shown shown = {state, item, {state->out, NULL, 0, false}, item->text.size * expansion};
    start_line(&shown, part);
    for (uint32_t i = 0; i < part->to - part->from; i++)
        show_word(&shown, part_word(part, i), part_space(part, i));
    pen_close(&shown.pen);
}

static const struct str *actual_of(const struct state *state, const struct placed *placed) {
    return words_find(state->source->words, placed)->actual;
}

/* The next part after `part`. Words that run from the right are shown from the left, glyphs and
 * words, as all readers of pages expect (ISO 32000-1, 14.8.2.3.3, ReversedChars). A word whose
 * codes do not give its text is a part for itself. */
static bool part_next(const struct state *state, struct part *part) {
    const struct placed *words = part->item->text.words;
    uint32_t count = part->item->text.count;
    part->from = part->to;
    if (part->from == count)
        return false;
    const struct str *actual = actual_of(state, &words[part->from]);
    bool reversed = words[part->from].glyphs->right_to_left;
    part->apart = (struct apart){reversed, actual ? *actual : STR("")};
    do
        part->to++;
    while (!actual && part->to < count && words[part->to].glyphs->right_to_left == reversed &&
           !actual_of(state, &words[part->to]));
    return true;
}

/* What is apart has a sequence of its own: there are readers that lose their way in sequences
 * within sequences. */
static void show_text(struct state *state, const struct item *item) {
    struct part part = {.item = item};
    while (item->text.size > 0 && part_next(state, &part)) {
        mark(state, item, &part.apart);
        show_part(state, &part);
        if (is_apart(&part.apart))
            end_marked(state);
    }
}

static int64_t clamp(int64_t value, int64_t low, int64_t high) {
    return value < low ? low : value > high ? high : value;
}

/* On the screen nothing is outside the trim: what runs into the bleed ends there. For the press it
 * runs to the end of the bleed. */
static void show_rule(struct state *state, const struct item *item) {
    const struct page *page = state->page;
    int64_t width = milli(page->width) + state->bleed;
    int64_t height = state->height + state->bleed;
    int64_t left = clamp(milli(item->x), -state->bleed, width);
    int64_t right = clamp(milli(item->x + item->rule.width), -state->bleed, width);
    int64_t top = clamp(milli(item->y), -state->bleed, height);
    int64_t bottom = clamp(milli(item->y + item->rule.height), -state->bleed, height);
    if (right <= left || bottom <= top)
        return;
    end_text(state);
    set_overprint(state, false);
    set_colour(state, item->colour);
    number_millis(state->out, (int64_t[]){left, state->height - bottom, right - left, bottom - top},
                  4);
    text(state->out, " re\n");
    state->filling = true;
}

static void show_squares(struct state *state, const struct item *item) {
    end_text(state);
    set_overprint(state, false);
    set_colour(state, item->colour);
    squares_put(state->out, item->squares.bits, item->squares.side, milli(item->x),
                state->height - milli(item->y), milli(item->squares.size));
    state->filling = true;
}

/* The unit square in which an image is painted, turned by its EXIF orientation: corners of the
 * image to corners of the place (EXIF 2.3, 4.6.4, tag 274). */
static void put_image_matrix(struct state *state, const struct item *item) {
    static const int8_t turns[9][6] = {
        [1] = {1, 0, 0, 1, 0, 0},  [2] = {-1, 0, 0, 1, 1, 0},  [3] = {-1, 0, 0, -1, 1, 1},
        [4] = {1, 0, 0, -1, 0, 1}, [5] = {0, -1, -1, 0, 1, 1}, [6] = {0, -1, 1, 0, 0, 1},
        [7] = {0, 1, 1, 0, 0, 0},  [8] = {0, 1, -1, 0, 1, 0},
    };
    uint8_t orientation = item->picture.picture->orientation;
    const int8_t *turn = turns[orientation >= 1 && orientation <= 8 ? orientation : 1];
    int64_t width = milli(item->picture.width), height = milli(item->picture.height);
    int64_t x = milli(item->x), y = state->height - milli(item->y) - height;
    int64_t matrix[] = {turn[0] * width,  turn[1] * height,    turn[2] * width,
                        turn[3] * height, x + turn[4] * width, y + turn[5] * height};
    number_millis(state->out, matrix, 6);
}

static void show_picture(struct state *state, const struct item *item) {
    end_text(state);
    end_fill(state);
    uint32_t index = images_find(state->source->images, item->picture.picture);
    text(state->out, "q ");
    put_image_matrix(state, item);
    text(state->out, " cm/I");
    number_integer(state->out, index);
    text(state->out, " Do Q\n");
    buffer_bytes(&state->content->images, &index, sizeof index);
}

static void show_item(struct state *state, const struct item *item) {
    if (item->kind != ITEM_TEXT)
        mark(state, item, NULL);
    switch ((enum item_kind)item->kind) {
    case ITEM_TEXT:
        show_text(state, item);
        break;
    case ITEM_RULE:
        show_rule(state, item);
        break;
    case ITEM_SQUARES:
        show_squares(state, item);
        break;
    case ITEM_PICTURE:
        show_picture(state, item);
        break;
    }
}

/* The sheet is larger than the trim by its margin; places count from the trim. */
static void begin_sheet(struct state *state) {
    int64_t margin = press_margin(state->page);
    text(state->out, "1 0 0 1 ");
    number_millis(state->out, (int64_t[]){margin, margin}, 2);
    text(state->out, " cm\n");
    state->bleed = press_bleed(state->page);
}

static void end_sheet(struct state *state) {
    const struct press *press = state->source->press;
    const struct item *slug = press_slug(press, state->page);
    end_text(state);
    end_marked(state);
    set_overprint(state, false);
    marks_put(state->out, milli(state->page->width), state->height, state->bleed,
              press_margin(state->page), &press->spots);
    for (size_t i = 0; i < press->slug_count; i++) {
        state->all_plates = i == 0;
        show_text(state, &slug[i]);
    }
}

void content_encode(const struct content_source *source, const struct page *page,
                    struct content *content) {
    struct state state = {.source = source,
                          .page = page,
                          .content = content,
                          .out = &content->bytes,
                          .height = milli(page->height),
                          .font = NO_FONT,
                          .expansion = UNEXPANDED,
                          .tag = NO_TAG};
    if (source->press)
        begin_sheet(&state);
    for (size_t i = 0; i < page->item_count; i++)
        show_item(&state, &page->items[i]);
    if (source->press)
        end_sheet(&state);
    end_text(&state);
    end_marked(&state);
}

void content_clear(struct content *content) {
    content->bytes.length = content->marked.length = content->images.length = 0;
}

void content_free(struct content *content) {
    buffer_free(&content->bytes);
    buffer_free(&content->marked);
    buffer_free(&content->images);
}
