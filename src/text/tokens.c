#include "text/bidi.h"
#include "text/paragraph.h"
#include "text/wide_marks.h"
#include <string.h>

enum {
    LONGEST_TOKEN = 4000,
    LONG_PART = 8,          /* letters: a part of a word with a hyphen that may be divided itself */
    WEB_ADDRESS_BREAK = 150 /* within an address of running text: rather than a loose line */
};

/* A position in the runs, and what has been met since the last token. */
struct scanner {
    struct paragraph *paragraph;
    const struct style *style;
    uint16_t run;
    sp space_width;
    uint8_t joint, white_level;
    sp space;
    const uint8_t *levels; /* of the bytes of all runs; NULL: all from left to right */
    const size_t *starts;  /* of each run among these bytes */
};

static void missing_report(struct paragraph *paragraph, const struct style *style,
                           const struct text_run *run, struct str text) {
    size_t at = 0;
    uint32_t c;
    struct str script;
    while (paragraph->diag && missing_next(&style->wish, text, &at, &c, &script)) {
        struct arena *scratch = paragraph->text->scratch;
        struct str tried =
            fonts_tried(paragraph->text->fonts, run->family, script, run->language, scratch);
        char character[5] = {0};
        utf8_write(character, c);
        diag_fault(paragraph->diag, run->span,
                   "write another character, or add a font that has it to fonts/fonts.yaml",
                   "no font has the character %s (U+%04X, script %.*s); tried: %.*s", character,
                   (unsigned)c, STR_ARGS(script), STR_ARGS(tried));
    }
}

/* What the font's kerning with white adds to that before the newest token. */
static void white_kern(struct paragraph *paragraph, const struct style *style,
                       const struct text_run *run) {
    struct token *token = &paragraph->tokens.at[paragraph->tokens.count - 1];
    int32_t units = token->word->first.white_before;
    if (paragraph->tokens.count > 1 && token[-1].run == token->run && token[-1].word &&
        token[-1].level == token->level)
        units += token[-1].word->last.white_after;
    if (units && token->space) {
        token->kern = face_scale(style->wish.face, units, run->size);
        token->space += token->kern;
    }
}

static struct token *token_push(struct scanner *scanner, struct str text, uint8_t level) {
    struct paragraph *paragraph = scanner->paragraph;
    struct text *shared = paragraph->text;
    const struct text_run *run = &paragraph->runs[scanner->run];
    struct token *token = array_add(&paragraph->tokens, shared->scratch);
    token->run = scanner->run;
    token->level = level;
    token->joint =
        paragraph->tokens.count > 1 || scanner->joint >= JOINT_FORCED ? scanner->joint : JOINT_NONE;
    token->space = scanner->space;
    token->white_level = scanner->white_level;
    if (text.length) {
        token->word =
            word_find(shared->words, scanner->style, text, level & 1 ? WORD_RIGHT_TO_LEFT : 0);
        token->width = word_width(token->word, run->size, run->tracking, 10000);
        white_kern(paragraph, scanner->style, run);
        if (token->word->flags & WORD_MISSING)
            missing_report(paragraph, scanner->style, run, text);
    }
    paragraph->natural += token->space + token->width;
    scanner->joint = JOINT_NONE;
    scanner->space = 0;
    return token;
}

/* Text with soft hyphens: they are taken out and remembered as divisions. */
static void token_soft(struct scanner *scanner, struct str text, uint8_t level) {
    struct arena *scratch = scanner->paragraph->text->scratch;
    char *clean = arena_alloc(scratch, text.length + 1);
    uint16_t *offsets = arena_make(scratch, uint16_t, text.length / 2 + 1);
    size_t length = 0, count = 0;
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] == '\xC2' && i + 1 < text.length && text.at[i + 1] == '\xAD') {
            offsets[count++] = (uint16_t)length;
            i++;
        } else {
            clean[length++] = text.at[i];
        }
    if (length == 0)
        return;
    struct token *token = token_push(scanner, (struct str){clean, length}, level);
    struct hyphen_point *points = arena_make(scratch, struct hyphen_point, count);
    for (size_t i = 0; i < count; i++)
        if (word_point(token->word, offsets[i], &points[token->point_count]))
            token->point_count++;
    token->points = points;
}

static void token_add(struct scanner *scanner, struct str text, uint8_t level) {
    /* What is longer than glyph clusters can count is cut, at a character. */
    while (text.length > LONGEST_TOKEN) {
        size_t length = LONGEST_TOKEN;
        while (length > 1 && ((uint8_t)text.at[length] & 0xC0) == 0x80)
            length--;
        token_add(scanner, str_part(text, 0, length), level);
        text = str_part(text, length, SIZE_MAX);
    }
    if (str_find(text, STR("\xC2\xAD")) != SIZE_MAX)
        token_soft(scanner, text, level);
    else
        token_push(scanner, text, level);
}

/* The text from `from` to `to` of a run, cut where the direction changes. */
static void span_add(struct scanner *scanner, struct str text, size_t from, size_t to, bool soft) {
    if (from == to)
        return;
    if (!scanner->levels) {
        struct str part = {text.at + from, to - from};
        if (soft || part.length > LONGEST_TOKEN)
            token_add(scanner, part, 0);
        else
            token_push(scanner, part, 0);
        return;
    }
    const uint8_t *levels = scanner->levels + scanner->starts[scanner->run];
    while (from < to) {
        size_t end = from + 1;
        while (end < to && levels[end] == levels[from])
            end++;
        token_add(scanner, str_part(text, from, end - from), levels[from]);
        from = end;
    }
}

static void space_seen(struct scanner *scanner, bool bound) {
    if (scanner->joint >= JOINT_FORCED)
        return;
    if (scanner->joint == JOINT_NONE) {
        scanner->joint = bound ? JOINT_BOUND_SPACE : JOINT_SPACE;
        scanner->space = scanner->paragraph->tokens.count ? scanner->space_width : 0;
    } else if (bound) {
        scanner->joint = JOINT_BOUND_SPACE; /* UAX #14, LB12: glue binds on both sides */
    }
}

/* How many bytes of white stand at `at`; *bound when it is a no-break space. */
static size_t white_at(const uint8_t *at, size_t left, bool *bound) {
    *bound = false;
    if (*at <= ' ')
        return 1;
    if (*at == 0xC2 && left > 1 && at[1] == 0xA0) {
        *bound = true;
        return 2;
    }
    if (*at == 0xE2 && left > 2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9))
        return 3;
    return 0;
}

/* The character that ends before byte `at`, and the one that begins there. */
static uint32_t before_of(struct str text, size_t at) {
    while (at && ((uint8_t)text.at[--at] & 0xC0) == 0x80)
        continue;
    const char *from = text.at + at;
    return utf8_next(&from, text.at + text.length);
}

static uint32_t after_of(struct str text, size_t at) {
    const char *from = text.at + at;
    return at < text.length ? utf8_next(&from, text.at + text.length) : 0;
}

/* Whether white that ends at byte `to` of the run stands between ideographs, perhaps of two runs:
 * no space is set. */
static bool is_dropped(const struct scanner *scanner, size_t to) {
    const struct paragraph *paragraph = scanner->paragraph;
    const struct token *last =
        paragraph->tokens.count ? &paragraph->tokens.at[paragraph->tokens.count - 1] : NULL;
    if (!last || !last->word || scanner->joint != JOINT_NONE ||
        !drops_white(before_of(last->word->text, last->word->text.length), 0x3000))
        return false;
    const struct text_run *run = &paragraph->runs[scanner->run];
    const struct text_run *end = paragraph->runs + paragraph->run_count;
    uint32_t after = after_of(run->text, to);
    while (after == 0 && ++run < end && run->kind == TEXT_CHARACTERS)
        after = after_of(run->text, 0);
    return drops_white(0x3000, after);
}

static void run_scan(struct scanner *scanner, const struct text_run *run) {
    const uint8_t *bytes = (const uint8_t *)run->text.at;
    size_t length = run->text.length, from = 0, i = 0;
    bool soft = false;
    while (i < length) {
        uint8_t c = bytes[i];
        if (c > ' ' && c != 0xC2 && c != 0xE2) {
            i++;
            continue;
        }
        bool bound;
        size_t white = white_at(bytes + i, length - i, &bound);
        if (white == 0) {
            soft |= c == 0xC2 && i + 1 < length && bytes[i + 1] == 0xAD;
            i++;
            continue;
        }
        span_add(scanner, run->text, from, i, soft);
        if (scanner->levels)
            scanner->white_level = scanner->levels[scanner->starts[scanner->run] + i];
        if (bytes[i] >= 0x80 || !is_dropped(scanner, i + white))
            space_seen(scanner, bound);
        i += white;
        from = i;
        soft = false;
    }
    span_add(scanner, run->text, from, length, soft);
}

static void run_tokens(struct scanner *scanner, const struct text_run *run) {
    struct paragraph *paragraph = scanner->paragraph;
    if (run->kind != TEXT_CHARACTERS) {
        if (scanner->joint >= JOINT_FORCED)
            token_push(scanner, (struct str){0}, 0);
        paragraph->forced |= run->kind == TEXT_BREAK;
        scanner->joint = run->kind == TEXT_BREAK ? JOINT_FORCED : JOINT_LEADER;
        scanner->space = 0;
        scanner->white_level = paragraph->right_to_left;
        return;
    }
    scanner->style = style_find(paragraph->text->words, run);
    if (!scanner->style)
        return;
    const struct face *face = scanner->style->wish.face;
    scanner->space_width = face_scale(face, face->space_advance, run->size) +
                           (run->tracking ? sp_scale(run->size, run->tracking, 1000) : 0);
    run_scan(scanner, run);
}

static bool direction_matters(const struct paragraph *paragraph) {
    if (paragraph->setting->right_to_left)
        return true;
    for (size_t i = 0; i < paragraph->run_count; i++)
        if (bidi_needed(paragraph->runs[i].text))
            return true;
    return false;
}

static void append(char *all, size_t *length, struct str piece) {
    for (size_t i = 0; i < piece.length; i++)
        all[(*length)++] = piece.at[i] == '\n' || piece.at[i] == '\r' ? ' ' : piece.at[i];
}

/* All runs in one string; line ends and leaders stand in it as the separators they are. */
static void levels_find(struct scanner *scanner) {
    struct paragraph *paragraph = scanner->paragraph;
    struct arena *scratch = paragraph->text->scratch;
    size_t length = 0;
    for (size_t i = 0; i < paragraph->run_count; i++)
        length += paragraph->runs[i].text.length + 6;
    char *all = arena_alloc(scratch, length + 1);
    size_t *starts = arena_make(scratch, size_t, paragraph->run_count);
    length = 0;
    for (size_t i = 0; i < paragraph->run_count; i++) {
        const struct text_run *run = &paragraph->runs[i];
        struct str piece = run->kind == TEXT_BREAK    ? STR("\xE2\x80\xA8")
                           : run->kind == TEXT_LEADER ? STR("\t")
                                                      : run->text;
        if (run->isolate && (i == 0 || !run[-1].isolate))
            append(all, &length, STR("\xE2\x81\xA8")); /* FSI */
        starts[i] = length;
        append(all, &length, piece);
        if (run->isolate && (i + 1 == paragraph->run_count || !run[1].isolate))
            append(all, &length, STR("\xE2\x81\xA9")); /* PDI */
    }
    const struct text_setting *setting = paragraph->setting;
    enum bidi_base base = setting->automatic       ? BIDI_AUTOMATIC
                          : setting->right_to_left ? BIDI_RIGHT_TO_LEFT
                                                   : BIDI_LEFT_TO_RIGHT;
    scanner->levels =
        bidi_levels((struct str){all, length}, base, scratch, &paragraph->right_to_left);
    scanner->starts = starts;
}

void tokens_make(struct paragraph *paragraph) {
    struct scanner scanner = {.paragraph = paragraph};
    if (direction_matters(paragraph))
        levels_find(&scanner);
    for (size_t i = 0; i < paragraph->run_count; i++) {
        scanner.run = (uint16_t)i;
        run_tokens(&scanner, &paragraph->runs[i]);
    }
    if (scanner.joint == JOINT_LEADER)
        token_push(&scanner, (struct str){0}, 0);
}

/* Where two runs meet without white, or white was dropped, UAX #14 may still allow a break: between
 * ideographs. */
static void boundary_price(struct paragraph *paragraph, const struct token *before,
                           struct token *token) {
    const struct text_run *run = &paragraph->runs[token->run];
    if (!before->word || !token->word || run->raised ||
        !((before->word->traits | token->word->traits) & TRAIT_INNER))
        return;
    uint32_t last = before_of(before->word->text, before->word->text.length);
    uint32_t first = after_of(token->word->text, 0);
    if (before->run == token->run && !drops_white(last, first))
        return;
    char pair[8];
    size_t length = utf8_write(pair, last);
    length += utf8_write(pair + length, first);
    struct inner_break *breaks;
    if (word_breaks(paragraph->text->breakers, (struct str){pair, length}, run->language,
                    INNER_TEXT, paragraph->text->scratch, &breaks) == 0)
        return;
    token->joint = JOINT_INNER;
    token->hyphen = breaks[0].hyphen;
    token->elastic = breaks[0].elastic;
    token->penalty = breaks[0].penalty;
}

static void joint_price(struct paragraph *paragraph, const struct token *tokens, size_t index,
                        struct token *token) {
    const struct token *before = &tokens[index - 1];
    if (token->joint == JOINT_NONE) {
        boundary_price(paragraph, before, token);
        return;
    }
    if (token->joint != JOINT_SPACE || !before->word || !token->word)
        return;
    bool begins = index == 1 || before->joint == JOINT_FORCED;
    if (begins && (before->word->traits & TRAIT_DASH)) { /* the dash of dialogue */
        token->penalty = SPACE_BOUND;
        return;
    }
    const struct word *earlier = begins ? NULL : tokens[index - 2].word;
    bool title = paragraph->setting->balance;
    unsigned traits = before->word->traits | (title ? title_traits(before->word->text) : 0u);
    token->penalty = (int16_t)space_penalty(earlier ? earlier->traits : 0, (uint16_t)traits,
                                            token->word->traits, title);
}

static bool is_address(struct str text) {
    for (size_t i = 1; i + 1 < text.length; i++)
        if (strchr("/.@", text.at[i]))
            return true;
    return false;
}

static size_t letters_of(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ((uint8_t)text.at[i] & 0xC0) != 0x80;
    return count;
}

static bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

/* In running text, where a point or stroke may be anything: name@host, www.host, host.org/path. */
static bool is_web_address(struct str text) {
    size_t points = 0;
    bool other = false;
    for (size_t i = 1; i + 1 < text.length; i++) {
        char c = text.at[i];
        if ((uint8_t)c > 0x7F)
            return false;
        other |= c == '@' || (c == '/' && points);
        points += c == '.' && is_small(text.at[i - 1]) && is_small(text.at[i + 1]);
    }
    return points && (other || points > 1);
}

void tokens_split(struct paragraph *paragraph) {
    struct text *shared = paragraph->text;
    size_t count = paragraph->tokens.count;
    struct token *old = paragraph->tokens.at;
    paragraph->tokens.at = NULL;
    paragraph->tokens.count = paragraph->tokens.capacity = 0;
    array_reserve(&paragraph->tokens, shared->scratch, count + count / 4);
    for (size_t i = 0; i < count; i++) {
        struct token token = old[i];
        if (token.word)
            word_judge(shared->words, token.word);
        if (i > 0)
            joint_price(paragraph, old, i, &token);
        const struct text_run *run = &paragraph->runs[token.run];
        struct inner_break *breaks = NULL;
        size_t inner = 0;
        bool web = false, address = false;
        if (token.word && token.point_count == 0) {
            const struct text_setting *setting = paragraph->setting;
            web = setting->align == TEXT_JUSTIFY && is_web_address(token.word->text);
            address = web || (setting->break_words && is_address(token.word->text));
            if (address || (token.word->traits & TRAIT_INNER))
                inner = word_breaks(shared->breakers, token.word->text, run->language,
                                    address ? INNER_ADDRESS : INNER_TEXT, shared->scratch, &breaks);
        }
        if (inner == 0) {
            array_push(&paragraph->tokens, shared->scratch, token);
            continue;
        }
        struct str text = token.word->text;
        const struct style *style = style_at(shared->words, token.word->style);
        uint8_t flags = token.word->flags & WORD_RIGHT_TO_LEFT;
        size_t from = 0;
        for (size_t j = 0; j <= inner; j++) {
            size_t to = j < inner ? breaks[j].offset : text.length;
            token.word = word_find(shared->words, style, str_part(text, from, to - from), flags);
            token.width = word_width(token.word, run->size, run->tracking, 10000);
            token.compound = address || letters_of(str_part(text, from, to - from)) < LONG_PART;
            array_push(&paragraph->tokens, shared->scratch, token);
            from = to;
            token.joint = JOINT_INNER;
            token.space = 0;
            if (j < inner) {
                token.hyphen = breaks[j].hyphen;
                token.elastic = breaks[j].elastic;
                token.white_level = token.level;
                token.penalty = web ? WEB_ADDRESS_BREAK : breaks[j].penalty;
            }
        }
    }
    wide_marks_close_tokens(paragraph);
}
