"""Common given names of people in the news, by gender, as evidence of what a name is and whom "she" may mean.

Short on purpose: a name that is missing costs nothing, a name that several genders bear is left out of both.
"""

from __future__ import annotations

MALE_NAMES = frozenset(
    """
    Aaron Abdul Abdullah Abe Adam Ahmad Ahmed Alan Albert Alejandro Aleksandr Alexander Alfred Ali Amir Anatoly Andre
    Andrei Andrew Andrzej Anthony Antonio Arthur Barack Bashar Ben Benjamin Bernard Bernie Bill Bob Boris Brad Brendan
    Brett Brian Bruce Carl Carlos Charles Christopher Chuck Clarence Colin Craig Dan Daniel David Dennis Dick Diego
    Dmitri Dmitry Donald Doug Douglas Ed Eduardo Edward Emmanuel Eric Erik Ernest Ethan Eugene Felipe Fernando
    Francisco Frank Franz Fred Frederick Gary Geoffrey George Gerald Gerhard Giovanni Giuseppe Glenn Gordon Greg
    Gregory Guillermo Gustavo Hamid Hans Harold Harry Hassan Henry Herbert Hosni Howard Hugh Hugo Hussein Ian Ibrahim
    Igor Imran Isaac Ivan Jack Jacob Jacques Jair Jake James Jason Javier Jeff Jeffrey Jens Jeremy Jerry Jim Jimmy Joe
    Joel Johan Johannes John Jonathan Jorge Jose Josef Joseph Joshua José Juan Julian Justin Karl Keith Ken Kenneth
    Kevin Khalid Klaus Konstantin Larry Lars Lawrence Leonard Leonid Luigi Luis Luke Mahmoud Manuel Marco Mark Martin
    Matt Matteo Matthew Maxim Michael Michel Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Muhammad Mustafa
    Narendra Nathan Neil Nicholas Nicolas Nicolás Nigel Nikolai Norman Oleg Oliver Omar Osama Oscar Pablo Patrick Paul
    Pavel Pedro Peter Petro Philip Philippe Pierre Pietro Rafael Ralph Raul Ray Raymond Raúl Recep Rex Richard Rick
    Robert Roberto Rodrigo Roger Ron Ronald Roy Rudy Rupert Russell Ryan Salman Samuel Scott Sean Sebastian Sergei
    Sergey Shinzo Silvio Simon Stanley Stefan Stephen Steve Steven Stuart Ted Terry Theodore Thomas Tim Timothy Tom
    Tony Victor Viktor Vincent Vladimir Volodymyr Walter Warren Wayne William Wolfgang Xavier Yuri Yusuf Zachary
    """.split()
)

FEMALE_NAMES = frozenset(
    """
    Abigail Alexandra Alice Alicia Amanda Amber Amy Ana Angela Anita Anna Anne Annette Barbara Beatrice Betty Brenda
    Bridget Camilla Carmen Carol Caroline Catherine Charlotte Cheryl Christina Christine Cindy Claire Claudia
    Condoleezza Cristina Cynthia Deb Deborah Debra Diana Diane Dianne Dilma Donna Doris Dorothy Elena Elisabeth
    Elizabeth Ellen Emily Emma Erika Eva Evelyn Fatima Fiona Frances Gabriela Gina Gloria Grace Hannah Heather Heidi
    Helen Helena Hillary Ingrid Irina Isabel Ivanka Jacqueline Jane Janet Janice Jennifer Jessica Jill Joan Joanna
    Josephine Joyce Judith Julia Julie Kamala Karen Katarina Kate Katherine Kathleen Kathryn Katie Kellyanne Kimberly
    Kirsten Laura Lauren Leila Lena Liliana Linda Lisa Loretta Louise Lucia Lucy Luisa Lyudmila Magdalena Malala
    Margaret Maria Marie Marina Marine Marta Martha Mary Megan Melania Melissa Mette Michelle Monica Nadia Nancy Naomi
    Natalia Natalie Nicole Nina Olga Olivia Pamela Patricia Patty Paula Pauline Priscilla Priti Rachel Rebecca Rita
    Rosa Rose Rosemary Roxanne Ruth Sally Samantha Sandra Sanna Sara Sarah Sharon Sheila Silvia Sonia Sophia Sophie
    Stephanie Susan Susana Svetlana Sylvia Tatiana Teresa Theresa Tina Tulsi Ursula Valentina Valerie Vanessa Vera
    Veronica Wendy Yulia Yvonne
    """.split()
)
