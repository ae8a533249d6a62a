#include "text/paragraph.h"

struct text *text_new(const struct fonts *fonts, const char *hyphen_folder) {
    struct arena *arena = arena_new();
    struct text *text = arena_make(arena, struct text, 1);
    text->fonts = fonts;
    text->arena = arena;
    text->scratch = arena_new();
    text->hyphenation = hyphenation_new(str_from(hyphen_folder), arena);
    text->words = words_new(fonts, text->hyphenation, arena);
    text->breakers = breakers_new(arena);
    return text;
}

void text_free(struct text *text) {
    if (!text)
        return;
    words_free(text->words);
    breakers_free(text->breakers);
    hyphenation_free(text->hyphenation);
    arena_free(text->scratch);
    arena_free(text->arena);
}

void text_measure(struct text *text, struct watch *watch) {
    text->watch = watch;
}

static const struct text_setting plain_setting = {.width = INT32_MAX};

static struct paragraph paragraph_of(struct text *text, const struct text_run *runs, size_t count,
                                     struct diag *diag) {
    struct paragraph paragraph = {
        .text = text, .runs = runs, .run_count = count, .setting = &plain_setting, .diag = diag};
    enum stage before = watch_enter(text->watch, STAGE_SHAPE);
    tokens_make(&paragraph);
    watch_enter(text->watch, before);
    return paragraph;
}

sp text_width(struct text *text, const struct text_run *runs, size_t count, struct diag *diag) {
    struct arena_mark mark = arena_mark(text->scratch);
    struct paragraph paragraph = paragraph_of(text, runs, count, diag);
    sp widest = 0, width = 0;
    for (size_t i = 0; i < paragraph.tokens.count; i++) {
        const struct token *token = &paragraph.tokens.at[i];
        if (token->joint == JOINT_FORCED)
            width = 0;
        if (token->joint == JOINT_LEADER)
            width += leader_least(&paragraph, token);
        width += token->space + token->width;
        if (width > widest)
            widest = width;
    }
    arena_rewind(text->scratch, mark);
    return widest;
}

sp text_least_width(struct text *text, const struct text_run *runs, size_t count,
                    struct diag *diag) {
    struct arena_mark mark = arena_mark(text->scratch);
    struct paragraph paragraph = paragraph_of(text, runs, count, diag);
    tokens_split(&paragraph);
    sp widest = 0, width = 0;
    for (size_t i = 0; i < paragraph.tokens.count; i++) {
        const struct token *token = &paragraph.tokens.at[i];
        bool space = token->joint == JOINT_SPACE && token->penalty < BREAK_LAST_RESORT;
        bool breaks = space || token->joint == JOINT_INNER || token->joint == JOINT_FORCED;
        if (token->joint == JOINT_LEADER)
            width += leader_least(&paragraph, token);
        width = (breaks ? 0 : width + token->space) + token->width;
        if (width > widest)
            widest = width;
    }
    arena_rewind(text->scratch, mark);
    return widest;
}
