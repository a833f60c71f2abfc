"""Common given names of people in the news, by gender, as evidence of what a name is and whom "she" may mean.

Short on purpose: a name that is missing costs nothing, a name that several genders bear is left out of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

MALE_NAMES = frozenset(
    """
    Aaron Abdul Abdullah Abe Adam Adrian Ahmad Ahmed Alan Albert Alejandro Aleksandr Alexander Alfred Ali Amir
    Anatoly Andre Andrei Andrew Andrzej Andy Angus Anthony Antonio Arthur Barack Bashar Ben Benjamin Bernard Bernie
    Bill Bob Boris Brad Brandon Brendan Brett Brian Bruce Bryan Carl Carlos Charles Christopher Chuck Clarence Colin
    Cory Craig Curtis Dan Daniel Danny Darrell Dave David Dennis Derek Dick Diego Dmitri Dmitry Don Donald Doug
    Douglas Duncan Dwight Ed Eddie Edgar Eduardo Edward Edwin Elijah Elliott Emmanuel Enrique Eric Erik Ernest Ethan
    Eugene Evan Felipe Fernando Floyd Francisco Frank Franz Fred Frederick Gabriel Gary Gavin Gene Geoffrey George
    Gerald Gerard Gerhard Gilbert Giovanni Giuseppe Glenn Gordon Graham Greg Gregory Guillermo Gustavo Hakeem Hamid
    Hans Harold Harry Hassan Hector Henry Herbert Herman Hosni Howard Hugh Hugo Hussein Ian Ibrahim Igor Imran Isaac
    Ivan Jack Jacob Jacques Jair Jake James Jared Jason Javier Jay Jeb Jeff Jeffrey Jens Jeremy Jerry Jim Jimmy
    Joaquin Joe Joel Joey Johan Johannes John Johnny Jon Jonathan Jorge Jose Josef Joseph Josh Joshua José Juan
    Julian Julio Justin Karl Keith Ken Kenneth Kenny Kevin Khalid Klaus Konstantin Kurt Kyle Larry Lars Lawrence
    Leonard Leonid Lewis Louis Luigi Luis Luke Luther Mahmoud Malcolm Manuel Marco Marcus Mario Mark Martin Matt
    Matteo Matthew Max Maxim Michael Michel Mick Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Muhammad
    Mustafa Narendra Nate Nathan Ned Neil Nicholas Nick Nicolas Nicolás Nigel Nikolai Norman Oleg Oliver Omar Orrin
    Osama Oscar Otto Pablo Patrick Paul Pavel Pedro Pete Peter Petro Phil Philip Philippe Pierre Pietro Rafael Ralph
    Rand Randy Raul Ray Raymond Raúl Recep Rex Richard Rick Rob Robert Roberto Rod Rodney Rodrigo Roger Roland Ron
    Ronald Ross Roy Rudy Rupert Russell Ryan Saddam Sadiq Salman Samuel Scott Sean Sebastian Sergei Sergey Seth
    Sherrod Shinzo Sidney Silvio Simon Stanley Stefan Stephen Steve Steven Stewart Stuart Tariq Ted Terry Theodore
    Thomas Tim Timothy Todd Tom Tony Travis Trent Trey Tucker Tyler Vernon Victor Viktor Vince Vincent Vladimir
    Volodymyr Walter Warren Wayne Wesley William Willie Wolfgang Xavier Yuri Yusuf Zach Zachary
    """.split()
)

FEMALE_NAMES = frozenset(
    """
    Abigail Adriana Alexandra Alexandria Alice Alicia Alison Allison Amanda Amber Amy Ana Angela Anita Anna Anne
    Annette Annie Ashley Barbara Beatrice Becky Bernadette Beth Betsy Betty Beverly Bonnie Brenda Bridget Camilla
    Carla Carly Carmen Carol Caroline Carolyn Catherine Cathy Cecilia Charlotte Cheryl Chloe Christina Christine
    Cindy Claire Claudia Condoleezza Cristina Cynthia Daniela Danielle Deb Debbie Deborah Debra Denise Diana Diane
    Dianne Dilma Donna Doris Dorothy Eileen Elaine Eleanor Elena Elisabeth Elise Elizabeth Ella Ellen Emily Emma
    Erica Erika Erin Esther Eva Evelyn Fatima Felicia Fiona Frances Gabriela Geraldine Gillian Gina Gloria Grace
    Gretchen Gwen Gwendolyn Hannah Heather Heidi Helen Helena Hillary Ilhan Ingrid Irene Irina Isabel Ivanka
    Jacqueline Jane Janet Janice Jeanne Jeannette Jenna Jennifer Jenny Jessica Jill Joan Joanna Joni Josephine Joyce
    Juanita Judith Judy Julia Julie Kamala Karen Katarina Kate Katherine Kathleen Kathryn Kathy Katie Katy Kay
    Kayleigh Kellyanne Kimberly Kirsten Kristen Kristin Kristina Laura Lauren Laurie Leah Leila Lena Liliana Linda
    Lisa Liz Loretta Lori Lorraine Louise Lucia Lucy Luisa Lyudmila Madeleine Magdalena Malala Marcia Margaret Maria
    Marianne Marie Marilyn Marina Marine Marjorie Marsha Marta Martha Mary Maureen Maxine Mazie Megan Meghan Megyn
    Melania Melissa Mette Mia Michele Michelle Mindy Miriam Molly Monica Muriel Nadia Nadine Nancy Naomi Natalia
    Natalie Nicole Nikki Nina Norma Olga Olivia Paige Pam Pamela Patricia Patti Patty Paula Pauline Peggy Phyllis
    Priscilla Priti Rachel Rashida Rebecca Regina Renee Rhonda Rita Roberta Rosa Rosalind Rose Rosemary Roxanne Ruth
    Sabrina Sally Samantha Sandra Sanna Sara Sarah Sharon Sheila Shirley Silvia Sonia Sophia Sophie Stacey Stephanie
    Susan Susana Susie Suzanne Svetlana Sylvia Tamara Tammy Tara Tatiana Teresa Theresa Tina Tulsi Ursula Valentina
    Valerie Vanessa Vera Veronica Vivian Wendy Yulia Yvette Yvonne Zoe
    """.split()
)

GIVEN_NAMES = FEMALE_NAMES | MALE_NAMES


def gender_of_name(parts: Sequence[str]) -> Literal["female", "male"] | None:
    """The gender that the first of several names tells."""
    if len(parts) < 2:
        return None
    return "male" if parts[0] in MALE_NAMES else "female" if parts[0] in FEMALE_NAMES else None
