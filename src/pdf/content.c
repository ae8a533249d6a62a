#include "pdf/content.h"
#include "pdf/marks.h"
#include "pdf/number.h"
#include "pdf/squares.h"
#include "pdf/string.h"
#include <string.h>

#define NO_FONT UINT32_MAX
#define NO_TAG UINT32_MAX
enum { UNEXPANDED = 10000 };
/* So far, in millionths of an em, the pen goes on along the line by a number of the TJ array. */
enum { FARTHEST = 30 * 1000000 };

/* The graphics state as the operators so far have left it. */
struct state {
    const struct content_source *source;
    const struct page *page;
    struct content *content;
    struct noted noted; /* the words of the items that come next */
    struct buffer *out;
    int64_t height;         /* milli, as all lengths here */
    int64_t line_x, line_y; /* start of the current line in the text object */
    sp origin;              /* where the pen counts from on that line */
    int64_t em;             /* size times expansion: the pen counts in millionths of it */
    struct pen pen;
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

/* An operator that stands between strings. */
static void operate(struct state *state, const char *literal) {
    pen_close(&state->pen);
    text(state->out, literal);
}

static void end_mark(struct state *state) {
    if (state->tag != NO_TAG)
        operate(state, "EMC\n");
    state->tag = NO_TAG;
}

static void end_text(struct state *state) {
    if (!state->in_text)
        return;
    if (state->inside)
        end_mark(state);
    operate(state, "ET\n");
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
    state->em = 0;
}

static void begin_artifact(struct state *state, uint8_t artifact) {
    static const char *const properties[] = {
        [ARTIFACT_LAYOUT] = "/Layout",
        [ARTIFACT_HEADER] = "/Pagination/Subtype/Header",
        [ARTIFACT_FOOTER] = "/Pagination/Subtype/Footer",
        [ARTIFACT_BACKGROUND] = "/Background",
    };
    operate(state, "/Artifact<</Type");
    text(state->out, properties[artifact]);
    text(state->out, ">>BDC\n");
}

/* Why content is marked apart from what stands around it in the same tag. */
struct apart {
    bool reversed;     /* its characters come in the reverse of their order */
    struct str actual; /* what a reader is to read instead of it; empty: itself */
};

static bool is_apart(const struct apart *apart) {
    return apart && (apart->reversed || apart->actual.length);
}

/* The structure says what the content is; the sequences of all roles begin alike, so that they take
 * less room compressed. */
static void begin_content(struct state *state, const struct item *item, const struct apart *apart) {
    size_t mcid = content_marked_count(state->content);
    pen_close(&state->pen);
    bool actual = apart && apart->actual.length;
    buffer_bytes(state->out, "/", 1);
    text(state->out, actual ? "Span" : is_apart(apart) ? "ReversedChars" : "P");
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
        begin_artifact(state, item->artifact);
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
    operate(state, overprints ? "/Over gs\n" : "/Out gs\n");
    state->overprints = overprints;
}

static bool same_inks(struct colour a, struct colour b) {
    return a.cyan == b.cyan && a.magenta == b.magenta && a.yellow == b.yellow && a.key == b.key &&
           a.spot == b.spot;
}

static void set_inks(struct state *state, struct colour colour) {
    if (state->all_plates) {
        operate(state, "/All cs 1 scn\n");
        state->coloured = false;
        return;
    }
    if (state->coloured && same_inks(state->colour, colour))
        return;
    end_fill(state);
    pen_close(&state->pen);
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
    pen_close(&state->pen);
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
    operate(state, "/F");
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
    pen_close(&state->pen);
    number_milli(state->out, (int64_t)expansion * 10);
    text(state->out, " Tz\n");
    state->expansion = expansion;
}

static void move_line(struct state *state, int64_t x, int64_t y) {
    int64_t move[] = {x - state->line_x, y - state->line_y};
    if (move[0] == 0 && move[1] == 0)
        return;
    pen_close(&state->pen);
    number_millis(state->out, move, 2);
    text(state->out, " Td\n");
    state->line_x = x;
    state->line_y = y;
}

/* A length along the line in millionths of the expanded em; exact in 64 bits up to 900 million sp.
 */
static int64_t in_ems(const struct state *state, sp length) {
    return divide_round(length * 10000 * 1000000, state->em);
}

static sp from_ems(const struct state *state, int64_t millionths) {
    return divide_round(millionths * (state->em / 10000), 1000000);
}

/* Glyphs off the baseline one by one, each with its rise. */
static void show_raised(struct state *state, const struct glyphs *glyphs, int32_t tracking) {
    struct pen *pen = &state->pen;
    int64_t origin = pen->at, advanced = 0, upem = glyphs->face->upem, risen = 0;
    for (size_t i = 0; i <= glyphs->count; i++) {
        bool last = i == glyphs->count;
        int64_t rise = last ? 0 : divide_round(glyphs->shifts[i].dy * state->size, upem);
        if (rise != risen) {
            pen_close(pen);
            number_milli(pen->out, rise);
            text(pen->out, " Ts\n");
            risen = rise;
        }
        if (last)
            break;
        int64_t place = divide_round((advanced + glyphs->shifts[i].dx) * 1000000, upem);
        pen_move(pen, origin + place + (int64_t)i * tracking * 1000);
        pen_glyph(pen, glyphs->at[i].id);
        advanced += glyphs->at[i].advance;
    }
}

static void show_glyphs(struct state *state, const struct word *word, int32_t tracking) {
    if (word->raised)
        show_raised(state, word->glyphs, tracking);
    else if (tracking)
        pen_glyphs(&state->pen, word->glyphs, tracking);
    else
        pen_bytes(&state->pen, words_bytes(state->source->words, word), word->pen);
}

static void use_font(struct state *state, uint32_t font, int64_t size) {
    set_font(state, font, size);
    state->pen.font = pdf_fonts_at(state->source->fonts, font);
}

/* Words of an item that are shown in one go. */
struct part {
    const struct item *item;
    const struct word *const *words; /* of the item */
    uint32_t from, to;
    struct apart apart; /* reversed: its last word stands leftmost and is shown first */
};

/* The index of the word that is shown after `done` others. */
static uint32_t part_word(const struct part *part, uint32_t done) {
    return part->apart.reversed ? part->to - 1 - done : part->from + done;
}

/* Whether white stands to the left of that word; that before the whole part is shown first. */
static bool part_space(const struct part *part, uint32_t done) {
    const struct placed *words = part->item->text.words;
    uint32_t after = part->apart.reversed && done ? part->to - done : part->from + done;
    return words[after].flags & PLACED_SPACE;
}

static void show_word(struct state *state, const struct part *part, uint32_t done) {
    const struct item *item = part->item;
    uint32_t index = part_word(part, done);
    const struct word *word = part->words[index];
    struct pen *pen = &state->pen;
    use_font(state, word->font, milli(item->text.size));
    if (part_space(part, done) && pen->font->face->space_glyph)
        pen_glyph(pen, pen->font->face->space_glyph);
    pen_move(pen, in_ems(state, item->x + item->text.words[index].x - state->origin));
    show_glyphs(state, word, item->text.tracking);
}

/* Whether the pen stands on the line of the part, not far to the left of it; then it counts in the
 * ems of the part from now on. */
static bool goes_on(struct state *state, const struct item *item, sp offset, int64_t em) {
    if (!state->em || state->line_y != state->height - milli(item->y))
        return false;
    state->pen.at = divide_round(state->pen.at * (state->em / 10000), em / 10000);
    state->em = em;
    int64_t way = in_ems(state, item->x + offset - state->origin) - state->pen.at;
    return way >= 0 && way < FARTHEST;
}

/* The line begins at its first word, or at the space before that. */
static void start_line(struct state *state, const struct part *part, int64_t em) {
    const struct item *item = part->item;
    uint32_t index = part_word(part, 0);
    sp offset = item->text.words[index].x;
    if (goes_on(state, item, offset, em))
        return;
    const struct pdf_font *font = pdf_fonts_at(state->source->fonts, part->words[index]->font);
    uint16_t space = part_space(part, 0) ? font->face->space_glyph : 0;
    int64_t before = space ? pdf_font_slot(font, space)->width : 0;
    state->em = em;
    state->origin = item->x;
    state->pen.at = in_ems(state, offset) - before;
    move_line(state, milli(item->x + offset - from_ems(state, before)),
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
    start_line(state, part, item->text.size * expansion);
    for (uint32_t i = 0; i < part->to - part->from; i++)
        show_word(state, part, i);
}

/* The next part after `part`. Words that run from the right are shown from the left, glyphs and
 * words, as all readers of pages expect (ISO 32000-1, 14.8.2.3.3, ReversedChars). A word whose
 * codes do not give its text is a part for itself. */
static bool part_next(struct part *part) {
    const struct placed *words = part->item->text.words;
    uint32_t count = part->item->text.count;
    part->from = part->to;
    if (part->from == count)
        return false;
    const struct str *actual = part->words[part->from]->actual;
    bool reversed = words[part->from].glyphs->right_to_left;
    part->apart = (struct apart){reversed, actual ? *actual : STR("")};
    do
        part->to++;
    while (!actual && part->to < count && words[part->to].glyphs->right_to_left == reversed &&
           !part->words[part->to]->actual);
    return true;
}

/* The words of the item as they are encoded, until the next call. */
static const struct word *const *take_words(struct state *state, const struct item *item) {
    struct buffer *words = &state->content->words;
    words->length = 0;
    for (uint32_t i = 0; i < item->text.count; i++) {
        const struct word *word = noted_next(&state->noted);
        buffer_bytes(words, &word, sizeof word);
    }
    return (const struct word *const *)(const void *)words->at;
}

/* What is apart has a sequence of its own: there are readers that lose their way in sequences
 * within sequences. */
static void show_text(struct state *state, const struct item *item) {
    struct part part = {.item = item, .words = take_words(state, item)};
    while (item->text.size > 0 && part_next(&part)) {
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
                    struct noted noted, struct content *content) {
    struct state state = {.source = source,
                          .page = page,
                          .content = content,
                          .noted = noted,
                          .out = &content->bytes,
                          .height = milli(page->height),
                          .pen = {.out = &content->bytes},
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
    buffer_free(&content->words);
}
