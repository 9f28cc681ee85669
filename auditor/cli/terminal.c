/* SPDX-License-Identifier: Apache-2.0 */
/* Printing for people: colours where they are wanted, columns, and nothing that commands a terminal. */
#include <string.h>
#include <sys/ioctl.h>

#include "syncaudit/text.h"

#include "cli.h"

struct style style_for(bool color)
{
    if (!color)
        return (struct style){"", "", "", "", "", ""};
    return (struct style){"\033[1m", "\033[2m", "\033[31m", "\033[33m", "\033[32m", "\033[0m"};
}

bool use_color(const struct settings *settings, int fd)
{
    const char *no = getenv("NO_COLOR");
    const char *force = getenv("CLICOLOR_FORCE");
    const char *term = getenv("TERM");
    if (settings->color != AUTO)
        return settings->color == ALWAYS;
    if (no && no[0])
        return false;
    if (force && force[0] && strcmp(force, "0") != 0)
        return true;
    return isatty(fd) && term && strcmp(term, "dumb") != 0;
}

void print_safe(const char *text)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT((size_t)1 << 30);
    (void)sa_text_add_visible(&out, text);
    (void)fputs(sa_buf_text(&out), stdout);
}

/* Characters, not bytes, of the text as it is printed. */
int width_of(const char *text)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT((size_t)1 << 30);
    int width = 0;
    (void)sa_text_add_visible(&out, text);
    for (const char *at = sa_buf_text(&out); *at; at++)
        width += ((unsigned char)*at & 0xc0) != 0x80;
    return width;
}

void print_column(const char *text, int width)
{
    print_safe(text);
    for (int n = width_of(text); n < width; n++)
        (void)putchar(' ');
}

int terminal_width(void)
{
    struct winsize size = {0};
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
        return 100;
    return size.ws_col < 60 ? 60 : (size.ws_col > 140 ? 140 : size.ws_col);
}

void print_wrapped(const char *text, int at, int indent)
{
    int width = terminal_width();
    for (const char *word = text; *word;) {
        size_t len = strcspn(word, " ");
        char copy[512];
        (void)snprintf(copy, sizeof copy, "%.*s", (int)len, word);
        int columns = width_of(copy);
        if (word > text && at + 1 + columns > width) {
            (void)printf("\n%*s", indent, "");
            at = indent;
        } else if (word > text) {
            (void)putchar(' ');
            at++;
        }
        print_safe(copy);
        at += columns;
        word += len;
        word += strspn(word, " ");
    }
    (void)putchar('\n');
}
